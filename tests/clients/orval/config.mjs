// One client per document: ORVAL_DOCUMENTS is the folder that contains them.
const folder = process.env.ORVAL_DOCUMENTS;

export default Object.fromEntries(
  ["syminet", "manageiq", "hyperstack", "genesiscloud"].map((name) => [
    name,
    {
      input: `${folder}/${name}.yaml`,
      output: {
        target: `generated/${name}.ts`,
        client: "fetch",
        override: { mutator: { path: "common.ts", name: "send" } },
      },
    },
  ]),
);
