package scenario;

import static scenario.Scenario.*;

import clients.manageiq.ApiClient;
import clients.manageiq.api.MachinesApi;
import clients.manageiq.api.NotificationsApi;
import clients.manageiq.api.SessionApi;
import clients.manageiq.api.TasksApi;
import clients.manageiq.api.VmSnapshotsApi;
import clients.manageiq.api.VolumesApi;
import clients.manageiq.model.ActionResultEntry;
import clients.manageiq.model.QueryAction;
import clients.manageiq.model.ResourceReference;
import clients.manageiq.model.SnapshotEntry;
import clients.manageiq.model.Snapshot;
import clients.manageiq.model.SnapshotsAction;
import clients.manageiq.model.SnapshotsChange;
import clients.manageiq.model.Task;
import clients.manageiq.model.TaskQuery;
import clients.manageiq.model.Vm;
import clients.manageiq.model.VmSnapshotAction;
import clients.manageiq.model.VmSnapshotChange;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scenario of ManageIQ with a Java client of openapi-generator. */
final class Manageiq {
  private static ApiClient client(String baseUrl, String header, String value) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    client.setRequestInterceptor(request -> request.header(header, value));
    return client;
  }

  /** Name and password, sent with the first request. */
  private static ApiClient basic(String baseUrl, String secret) {
    return client(baseUrl, "authorization", "Basic " + Base64.getEncoder().encodeToString(secret.getBytes()));
  }

  /** A vm of VMware: it can be reverted. */
  private static Vm machine(ApiClient client) throws Exception {
    var expand = List.of("resources");
    var filter = List.of("vendor=vmware");
    var machines = new MachinesApi(client);
    return machines.listVms(expand, null, filter, null, null, null, null, null, null, null, null).getResources().get(0);
  }

  private static ActionResultEntry create(ApiClient client, String vm) throws Exception {
    var body = new SnapshotsChange().action(SnapshotsAction.CREATE_SNAPSHOTS)
        .resource(new SnapshotEntry().name(NAME));
    return new VmSnapshotsApi(client).changeVmSnapshots(vm, body).getResults().get(0);
  }

  /** All pages, by the order of the ids: the filter makes the server tell how many there are of this machine. */
  private static List<Snapshot> rows(VmSnapshotsApi snapshots, String vm, int[] pages) throws Exception {
    List<Snapshot> found = new ArrayList<>();
    for (pages[0] = 1; ; pages[0]++) {
      var page = snapshots.listVmSnapshots(vm, List.of("resources"), null, List.of("id>0"), List.of("id"), null, null,
          (long) found.size(), 4L, null);
      found.addAll(page.getResources());
      if (found.size() >= page.getSubqueryCount() || page.getResources().isEmpty()) return found;
    }
  }

  private static Task finished(TasksApi tasks, String id) throws Exception {
    return waitFor(() -> {
      Task task = tasks.getTask(id, null);
      return task.getState().equals("Finished") ? task : null;
    });
  }

  private static List<Task> all(TasksApi tasks) throws Exception {
    return tasks.listTasks(List.of("resources"), null, null, null, null, null, null, null, null).getResources();
  }

  public static void main(String[] arguments) {
    Scenario it = new Scenario(arguments);
    String token = step("get_token", () -> new SessionApi(basic(it.baseUrl, it.secret)).getToken(null).getAuthToken());
    ApiClient client = client(it.baseUrl, "X-Auth-Token", token);
    MachinesApi machines = new MachinesApi(client);
    VmSnapshotsApi snapshots = new VmSnapshotsApi(client);
    TasksApi tasks = new TasksApi(client);

    step("get_entry_point", () -> expect(200, new SessionApi(client).getEntryPointWithHttpInfo(null).getStatusCode()));
    Vm machine = step("list_vms", () -> machine(client));
    String vm = machine.getId();
    step("get_vm", () -> check(machines.getVm(vm, null, null).getName().equals(machine.getName()), "another machine"));
    step("list_instances", () -> {
      var page = machines.listInstances(null, null, null, null, null, null, null, null, null, null, null);
      check(!page.getResources().isEmpty(), "no instances");
    });
    step("list_volumes", () -> {
      check(new VolumesApi(client).listVolumes(null, null, null, null, null, null, null, null, null) != null, "nothing");
    });
    step("describe_vm_snapshots", () -> expect(200, snapshots.describeVmSnapshotsWithHttpInfo(vm).getStatusCode()));
    Set<String> known = new HashSet<>();
    int[] pages = new int[1];
    List<Snapshot> before = step("list_vm_snapshots", () -> rows(snapshots, vm, pages));
    int many = pages[0];
    step("all pages", () -> {
      before.forEach(row -> known.add(row.getId()));
      check(many > 1 && known.size() == before.size(), known.size() + " of " + before.size());
    });
    String task = step("change_vm_snapshots", () -> {
      var outcome = create(client, vm);
      check(outcome.getSuccess(), outcome.getMessage());
      return outcome.getTaskId();
    });
    step("get_task", () -> check(finished(tasks, task).getStatus().equals("Ok"), "the task failed"));
    String id = step("wait", () -> waitFor(() -> rows(snapshots, vm, pages).stream()
        .filter(row -> !known.contains(row.getId()) && NAME.equals(row.getName()))
        .map(Snapshot::getId).findFirst().orElse(null)));
    step("get_vm_snapshot", () -> {
      Snapshot found = snapshots.getVmSnapshot(vm, id, null);
      check(found.getName().equals(NAME) && found.getVmOrTemplateId().equals(vm), "another snapshot: " + found);
    });
    step("list_tasks", () -> {
      check(all(tasks).stream().anyMatch(row -> task.equals(row.getId())), "the task is not listed");
    });
    step("query_tasks", () -> {
      var body = new TaskQuery().action(QueryAction.QUERY_TASKS)
          .addResourcesItem(new ResourceReference().id(task));
      check(tasks.queryTasks(body).getResults().get(0).getId().equals(task), "another task");
    });
    step("list_notifications", () -> {
      var page = new NotificationsApi(client).listNotifications(null, null, null, null, null, null, null, null, null);
      check(page != null, "nothing");
    });
    var revert = new VmSnapshotChange().action(VmSnapshotAction.REVERT_TO_SNAPSHOT);
    step("refusal", () -> {
      var refusal = refused(400, () -> snapshots.actOnVmSnapshot(vm, "999999", revert));
      check(!refusal.path("success").asBoolean(true) && !refusal.path("message").asText().isEmpty(), "" + refusal);
    });
    step("act_on_vm_snapshot", () -> {
      finished(tasks, snapshots.actOnVmSnapshot(vm, id, revert).getTaskId());
      var delete = new VmSnapshotChange().action(VmSnapshotAction.DELETE_SNAPSHOT);
      expect(200, snapshots.actOnVmSnapshotWithHttpInfo(vm, id, delete).getStatusCode());
      waitFor(() -> status(() -> snapshots.getVmSnapshotWithHttpInfo(vm, id, null).getStatusCode()) == 404);
    });
    step("404", () -> {
      var missing = refused(404, () -> snapshots.getVmSnapshot(vm, id, null));
      check(missing.path("error").path("kind").asText().equals("not_found"), "no reason: " + missing);
    });
    step("delete_token", () -> expect(204, new SessionApi(client).deleteTokenWithHttpInfo().getStatusCode()));
    step("HTML 502", () -> isGatewayPage(() -> machine(basic(it.baseUrl502, it.secret))));
    step("unknown status", () -> {
      ApiClient weird = basic(it.baseUrlWeird, it.secret);
      check(create(weird, machine(weird).getId()).getSuccess(), "refused");
      List<Task> found = all(new TasksApi(weird));
      check(!found.isEmpty() && found.stream().allMatch(row -> row.getState().equals("WEIRD")), "the status was lost");
    });
  }
}
