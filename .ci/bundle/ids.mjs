// Where to find the ID for a path parameter: the operation that lists it, and its location in the response. The collections fill
// their variables from it, so that they work in any account.
export const IDS = {
  syminet: {
    slice_id: ["list_snapshots", ["data", 0, "vm_id"]],
    snapshot_id: ["list_snapshots", ["data", 0, "id"]],
    backup_id: ["list_backups", ["data", 0, "id"]],
  },
  manageiq: {
    vm_id: ["list_vms", ["resources", 0, "id"]],
    instance_id: ["list_instances", ["resources", 0, "id"]],
    snapshot_id: ["list_vm_snapshots", ["resources", 0, "id"]],
    task_id: ["list_tasks", ["resources", 0, "id"]],
    volume_id: ["list_volumes", ["resources", 0, "id"]],
    volume_snapshot_id: ["list_snapshots_of_volume", ["resources", 0, "id"]],
  },
  hyperstack: {
    vm_id: ["list_vms", ["instances", 0, "id"]],
    snapshot_id: ["list_snapshots", ["snapshots", 0, "id"]],
    image_id: ["list_images", ["images", 0, "images", 0, "id"]],
  },
  genesiscloud: {
    snapshot_id: ["list_snapshots", ["snapshots", 0, "id"]],
    instance_id: ["list_instances", ["instances", 0, "id"]],
  },
};

/** The variables that an operation fills: [[name, expression]], with `body` for the parsed response. */
export function filledBy(provider, id, body) {
  return Object.entries(IDS[provider])
    .filter(([, [operation]]) => operation === id)
    .map(([name, [, path]]) => [name, body + path.map((key) => `?.[${JSON.stringify(key)}]`).join("")]);
}

/**
 * The tags in the order in which a collection runs them: that of the document, except that a tag whose lists fill a variable
 * comes before the tags that use it.
 */
export function orderedTags(provider, operations) {
  const tags = [...new Set(operations.map((operation) => operation.tag))];
  const tagOf = new Map(operations.map((operation) => [operation.id, operation.tag]));
  const ordered = [];
  const visit = (tag) => {
    if (ordered.includes(tag)) return;
    const used = operations.filter((it) => it.tag === tag).flatMap((it) => it.parameters.filter((one) => one.in === "path"));
    const sources = used.map((one) => tagOf.get(IDS[provider][one.name]?.[0]));
    for (const source of new Set(sources)) if (source && source !== tag) visit(source);
    ordered.push(tag);
  };
  tags.forEach(visit);
  return ordered;
}
