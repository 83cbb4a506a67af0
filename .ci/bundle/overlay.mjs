// An OpenAPI Overlay for one document: what viewers show but generators do not need, which is the code samples and a badge on
// each operation whose effect on the state does not match its method.
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

/** In the summary for the viewers' lists, in the description for their pages, and as a badge for viewers that show badges. */
function warning({ surprising, safe, method, summary, description }) {
  if (!surprising) return {};
  if (safe) return { "x-badges": [{ name: "changes nothing", color: "#2e7d32" }] };
  const said = summary.toLowerCase().includes(CHANGES);
  return {
    summary: said ? summary : `${summary} (${CHANGES})`,
    description: `**This ${method} ${CHANGES}.** Never send it to check a status or to prefetch, and never retry it automatically.\n\n${description}`,
    "x-badges": [{ name: CHANGES, color: "#b3261e" }],
  };
}
