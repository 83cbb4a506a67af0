// llms.txt: an overview of the bundle for language models, with a link to each relevant file.

export function llms(documents) {
  const section = ({ provider, title, version, operations }) => `## ${title}

Document ${version}, ${operations.length} operations.

- [OpenAPI 3.0.3, YAML](${provider}.yaml): the document, with a source for each operation
- [OpenAPI 3.0.3, JSON, dereferenced](dereferenced/${provider}.json): the same without references
- [OpenAPI 3.1, JSON](openapi-3.1/${provider}.json)
- [Workflow](arazzo/${provider}.yaml): create a snapshot, wait, restore, clean up (Arazzo 1.0)
- [Sources](provenance/${provider}.md): where each fact comes from, and how certain it is
- [Changes](changelog/${provider}.md)

${operations.map((it) => `- \`${it.method} ${it.path}\` (${it.id}): ${it.summary}${state(it)}`).join("\n")}
`;
  return `# Snapshot and backup APIs: OpenAPI documents

> Unofficial OpenAPI documents for the snapshot and backup APIs of Syminet, ManageIQ, Hyperstack and Genesis Cloud.

Some GET operations change state: they are marked "changes state" below and \`x-safe: false\` in the documents. Never
send them just to check a status. Never retry an operation that is not idempotent after a lost response: list first.

- [How to generate a client](README.md)
- [Notes on generators](GENERATORS.md)
- [Manifest](manifest.json): all operations as JSON, with \`safe\` and \`idempotent\`

${documents.map(section).join("\n")}`;
}

function state({ safe, summary }) {
  return safe || summary.includes("changes state") ? "" : " (changes state)";
}
