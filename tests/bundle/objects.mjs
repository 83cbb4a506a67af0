// Maps the IDs in the documents' examples to objects of a sandbox account: [example ID, actual ID] for an operation. Also sets up
// what an operation needs, such as a stopped machine.

export const OBJECTS = { syminet, manageiq, hyperstack, genesiscloud };

async function syminet(call) {
  const { data } = await call("GET", "/images");
  const usable = data.filter((it) => it.perms === "rw" && it.vm_perms === "rw" && it.vm_deleted === null);
  for (const snapshot of usable) {
    const backups = (await call("GET", `/backups/${snapshot.vm_id}`)).data;
    if (backups.length === 0) continue;
    return [
      ["4120", snapshot.vm_id],
      ["20417", snapshot.id],
      ["20391", backups[0].backup_id],
    ];
  }
  throw new Error("no slice with a snapshot and backups");
}

async function manageiq(call, { path }) {
  const all = async (at) => (await call("GET", `${at}${at.includes("?") ? "&" : "?"}expand=resources`)).resources;
  const [vm] = await all("/vms?filter[]=vendor=vmware");
  const [instance] = await all("/instances");
  const owner = path.startsWith("/instances") ? `/instances/${instance.id}` : `/vms/${vm.id}`;
  const made = async () => call("POST", `${owner}/snapshots`, { action: "create", resource: { name: "for-the-sample" } });
  const task = (await made()).results[0].task_id;
  const second = (await made()).results[0].task_id;
  const snapshots = await all(`${owner}/snapshots`);
  const [volume] = await all("/cloud_volumes");
  const kept = await all(`/cloud_volumes/${volume.id}/cloud_volume_snapshots`);
  return [
    ["3000000000042", vm.id],
    ["3000000000615", instance.id],
    ["3000000000710", snapshots[0].id],
    ["3000000000802", snapshots[0].id],
    ["3000000004507", task],
    ["3000000004508", second],
    ["3000000000088", volume.id],
    ["3000000000006", volume.ems_id],
    ["3000000000921", kept[0].id],
    ["3000000000934", kept.at(-1).id],
  ];
}

async function hyperstack(call, { id }) {
  const { instances } = await call("GET", "/core/virtual-machines");
  const vm = instances.find((it) => it.status === "ACTIVE");
  const { snapshots } = await call("GET", "/core/snapshots");
  const snapshot = snapshots.find((it) => it.status === "SUCCESS");
  if (id === "start_vm") await call("GET", `/core/virtual-machines/${vm.id}/stop`);
  const found = [
    ["418336", vm.id],
    ["52817", snapshot.id],
  ];
  // A snapshot has at most one image.
  if (id === "create_image") return found;
  const { image } = await call("POST", `/core/snapshots/${snapshot.id}/image`, { name: "for-the-sample" });
  return [...found, ["3316", image.id]];
}

async function genesiscloud(call) {
  const { snapshots } = await call("GET", "/snapshots?per_page=100");
  const { instances } = await call("GET", "/instances?per_page=100");
  const snapshot = snapshots.find((it) => it.region === "NORD-NO-KRS-1" && it.status === "created");
  return [
    ["8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246", instances[0].id],
    ["3b0c7c1e-5d64-4f2b-9a8e-1f6f0d2f7a11", snapshot.id],
  ];
}
