// Code samples for an operation: complete programs of a few lines that need no libraries. The base URL and the credentials
// come from the environment (BASE_URL; API_TOKEN, or API_USERNAME and API_PASSWORD), everything else from the document's
// examples.
import { target } from "./requests.mjs";

export const LANGUAGES = [
  { lang: "Shell", label: "curl", suffix: "sh", write: curl },
  { lang: "Python", label: "Python", suffix: "py", write: python },
  { lang: "TypeScript", label: "TypeScript", suffix: "ts", write: typescript },
  { lang: "Go", label: "Go", suffix: "go", write: go },
];

/** One sample per language, in the format of `x-codeSamples`. */
export function samples(operation) {
  const request = {
    ...operation,
    target: target(operation),
    body: operation.bodies.length > 0 ? JSON.stringify(operation.bodies[0].value, null, 2) : undefined,
  };
  return LANGUAGES.map(({ lang, label, write }) => ({ lang, label, source: write(request) }));
}

const indent = (text, by) => text.replaceAll("\n", `\n${by}`);

function curl({ method, target: path, auth, body }) {
  const header = { bearer: '"authorization: Bearer $API_TOKEN"', key: `"${auth.header}: $API_TOKEN"` }[auth.kind];
  const parts = [`curl --fail-with-body -X ${method} "$BASE_URL${path}"`];
  if (auth.kind === "basic") parts.push('-u "$API_USERNAME:$API_PASSWORD"');
  if (header) parts.push(`-H ${header}`);
  if (body) parts.push('-H "content-type: application/json"', `--data '${body.replaceAll("'", "'\\''")}'`);
  return `${parts.join(" \\\n  ")}\n`;
}

function python({ method, target: path, auth, body }) {
  const value = {
    bearer: 'f"Bearer {os.environ[\'API_TOKEN\']}"',
    key: 'os.environ["API_TOKEN"]',
    basic: 'f"Basic {base64.b64encode(login.encode()).decode()}"',
  }[auth.kind];
  const headers = [];
  if (value) headers.push(`"${auth.header ?? "authorization"}": ${value}`);
  if (body) headers.push('"content-type": "application/json"');
  const modules = [auth.kind === "basic" && "base64", "os", "urllib.request"].filter(Boolean);
  const lines = modules.map((name) => `import ${name}`).concat("");
  if (auth.kind === "basic") lines.push("login = f\"{os.environ['API_USERNAME']}:{os.environ['API_PASSWORD']}\"");
  if (body) lines.push(`body = r"""${body}"""`);
  lines.push(
    "request = urllib.request.Request(",
    `    os.environ["BASE_URL"] + "${path}",`,
    `    method="${method}",`,
    `    headers={${headers.join(", ")}},`,
    ...(body ? ["    data=body.encode(),"] : []),
    ")",
    "with urllib.request.urlopen(request) as response:",
    "    print(response.status, response.read().decode())",
  );
  return `${lines.join("\n")}\n`;
}

function typescript({ method, target: path, auth, body }) {
  const value = {
    bearer: "`Bearer ${process.env.API_TOKEN}`",
    key: "`${process.env.API_TOKEN}`",
    basic: "`Basic ${btoa(`${process.env.API_USERNAME}:${process.env.API_PASSWORD}`)}`",
  }[auth.kind];
  const name = auth.header ?? "authorization";
  const headers = [];
  if (value) headers.push(`${/^\w+$/.test(name) ? name : `"${name}"`}: ${value}`);
  if (body) headers.push('"content-type": "application/json"');
  const lines = [
    `const response = await fetch(\`\${process.env.BASE_URL}${path}\`, {`,
    `  method: "${method}",`,
    ...(headers.length > 0 ? [`  headers: { ${headers.join(", ")} },`] : []),
    ...(body ? [`  body: JSON.stringify(${indent(body, "  ")}),`] : []),
    "});",
    "if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);",
    "console.log(response.status, await response.text());",
  ];
  return `${lines.join("\n")}\n`;
}

function go({ method, target: path, auth, body }) {
  const set = {
    bearer: 'request.Header.Set("authorization", "Bearer "+os.Getenv("API_TOKEN"))',
    key: `request.Header.Set("${auth.header}", os.Getenv("API_TOKEN"))`,
    basic: 'request.SetBasicAuth(os.Getenv("API_USERNAME"), os.Getenv("API_PASSWORD"))',
  }[auth.kind];
  const lines = [
    `request, err := http.NewRequest("${method}", os.Getenv("BASE_URL")+"${path}", ${body ? "strings.NewReader(body)" : "nil"})`,
    "if err != nil {",
    "\tlog.Fatal(err)",
    "}",
    ...(set ? [set] : []),
    ...(body ? ['request.Header.Set("content-type", "application/json")'] : []),
    "response, err := http.DefaultClient.Do(request)",
    "if err != nil {",
    "\tlog.Fatal(err)",
    "}",
    "defer response.Body.Close()",
    "text, err := io.ReadAll(response.Body)",
    "if err != nil || response.StatusCode >= 400 {",
    "\tlog.Fatal(response.Status, string(text), err)",
    "}",
    "fmt.Println(response.StatusCode, string(text))",
  ].map((line) => `\t${line}\n`);
  const imports = ["fmt", "io", "log", "net/http", "os", ...(body ? ["strings"] : [])].map((name) => `\t"${name}"\n`);
  if (body) lines.unshift(`\tbody := \`${body}\`\n`);
  return `package main\n\nimport (\n${imports.join("")})\n\nfunc main() {\n${lines.join("")}}\n`;
}
