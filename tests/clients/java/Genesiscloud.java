package scenario;

import static scenario.Scenario.*;

import clients.genesiscloud.ApiClient;
import clients.genesiscloud.api.InstancesApi;
import clients.genesiscloud.api.SnapshotsApi;
import clients.genesiscloud.model.SnapshotClone;
import clients.genesiscloud.model.InstanceCreation;
import clients.genesiscloud.model.SnapshotCreation;
import clients.genesiscloud.model.SnapshotImport;
import clients.genesiscloud.model.Instance;
import clients.genesiscloud.model.SnapshotRenaming;
import clients.genesiscloud.model.Snapshot;
import java.util.HashSet;
import java.util.Set;

/** The scenario of Genesis Cloud with a Java client of openapi-generator. */
final class Genesiscloud {
  private static ApiClient client(String baseUrl, String secret) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    client.setRequestInterceptor(request -> request.header("authorization", "Bearer " + secret));
    return client;
  }

  private static void isMade(SnapshotsApi snapshots, String id) throws Exception {
    waitFor(() -> snapshots.getSnapshot(id).getSnapshot().getStatus().equals("created"));
  }

  public static void main(String[] arguments) {
    Scenario it = new Scenario(arguments);
    ApiClient client = client(it.baseUrl, it.secret);
    SnapshotsApi snapshots = new SnapshotsApi(client);
    InstancesApi instances = new InstancesApi(client);

    Set<String> known = new HashSet<>();
    long[] counted = new long[2];
    step("list_snapshots", () -> {
      for (long number = 1, read = 0; ; number++) {
        var page = snapshots.listSnapshots(number, 20L);
        page.getSnapshots().forEach(row -> known.add(row.getId()));
        read += page.getSnapshots().size();
        counted[0] = page.getTotalCount();
        counted[1] = number;
        if (read >= page.getTotalCount() || page.getSnapshots().isEmpty()) return;
      }
    });
    step("all pages", () -> check(counted[1] > 1 && known.size() == counted[0], known.size() + " of " + counted[0]));
    Instance instance = step("list_instances", () -> instances.listInstances(null, null).getInstances().get(0));
    Snapshot made = step("create_instance_snapshot", () -> {
      var body = new SnapshotCreation().name(NAME);
      var answer = snapshots.createInstanceSnapshotWithHttpInfo(instance.getId(), body);
      expect(201, answer.getStatusCode());
      check(answer.getData().getSnapshot().getStatus().equals("creating"), "another status");
      return answer.getData().getSnapshot();
    });
    String id = made.getId();
    var restore = new InstanceCreation().name(NAME).hostname(NAME).type(instance.getType()).image(id)
        .region(made.getRegion()).password("Not-A-Real-Passw0rd");
    step("refusal", () -> {
      // The snapshot is not ready. The vendor declares a single form of error, and no status beside it.
      var refusal = refused(409, () -> instances.createInstance(restore));
      check(refusal.path("message").asText().equals("the snapshot is not ready"), "no reason: " + refusal);
    });
    step("wait", () -> isMade(snapshots, id));
    step("get_snapshot", () -> {
      Snapshot snapshot = snapshots.getSnapshot(id).getSnapshot();
      check(instance.getId().equals(snapshot.getSourceInstanceId()), "another source: " + snapshot);
    });
    step("list_instance_snapshots", () -> {
      var list = snapshots.listInstanceSnapshots(instance.getId(), null, null).getSnapshots();
      check(list.stream().anyMatch(row -> row.getId().equals(id)), "the new snapshot is not listed");
    });
    step("rename_snapshot", () -> {
      var body = new SnapshotRenaming().name(NAME + "-2");
      check(snapshots.renameSnapshot(id, body).getSnapshot().getName().equals(NAME + "-2"), "another name");
    });
    String restored = step("create_instance", () -> {
      var answer = instances.createInstanceWithHttpInfo(restore);
      expect(201, answer.getStatusCode());
      return answer.getData().getInstance().getId();
    });
    step("get_instance", () -> {
      waitFor(() -> instances.getInstance(restored).getInstance().getStatus().equals("active"));
    });
    step("clone_snapshot", () -> {
      var body = new SnapshotClone().name(NAME + "-clone").region("EUC-DE-MUC-1");
      isMade(snapshots, snapshots.cloneSnapshot(id, body).getSnapshot().getId());
    });
    step("import_snapshot", () -> {
      var body = new SnapshotImport().name(NAME + "-import").size(20L).region("EUC-DE-MUC-1")
          .url("https://images.example.com/appliance.raw");
      isMade(snapshots, snapshots.importSnapshot(body).getSnapshot().getId());
    });
    step("delete_snapshot", () -> {
      expect(204, snapshots.deleteSnapshotWithHttpInfo(id).getStatusCode());
      waitFor(() -> status(() -> snapshots.getSnapshotWithHttpInfo(id).getStatusCode()) == 404);
    });
    // The restored machine is cleaned up.
    step("delete_instance", () -> {
      expect(204, instances.deleteInstanceWithHttpInfo(restored).getStatusCode());
      waitFor(() -> status(() -> instances.getInstanceWithHttpInfo(restored).getStatusCode()) == 404);
    });
    step("404", () -> {
      var missing = refused(404, () -> snapshots.getSnapshot(id));
      check(!missing.path("code").asText().isEmpty() && !missing.path("message").asText().isEmpty(), "" + missing);
    });
    step("HTML 502", () -> isGatewayPage(
        () -> new SnapshotsApi(client(it.baseUrl502, it.secret)).listSnapshots(null, null)));
    step("unknown status", () -> {
      var page = new SnapshotsApi(client(it.baseUrlWeird, it.secret)).listSnapshots(null, null).getSnapshots();
      check(!page.isEmpty(), "no snapshots");
      check(page.stream().allMatch(row -> row.getStatus().equals("WEIRD")), "the status was lost");
    });
  }
}
