// An OpenAPI Overlay for one document: what a viewer shows beside what a generator needs, that is the code samples and a
// sign on each operation whose method does not tell what it does to the state.
import { samples } from "./samples.mjs";

const CHANGES = "changes state";

export function overlay(document, operations) {
  return {
    overlay: "1.0.0",
    info: { title: `${document.info.title}: code samples and warnings`, version: document.info.version },
    actions: operations.map((operation) => ({
      target: `$.paths['${operation.path}'].${operation.method.toLowerCase()}`,
      update: { ...warning(operation), "x-codeSamples": samples(operation) },
    })),
  };
}

/** In the summary for each viewer's list, in the description for each viewer's page, and as a badge where there are any. */
function warning({ surprising, safe, method, summary, description }) {
  if (!surprising) return {};
  if (safe) return { "x-badges": [{ name: "changes nothing", color: "#2e7d32" }] };
  const said = summary.toLowerCase().includes(CHANGES);
  return {
    summary: said ? summary : `${summary} (${CHANGES})`,
    description: `**This ${method} ${CHANGES}.** Never send it to look, to prefetch or to retry unasked.\n\n${description}`,
    "x-badges": [{ name: CHANGES, color: "#b3261e" }],
  };
}
