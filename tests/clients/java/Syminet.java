package scenario;

import static scenario.Scenario.*;

import clients.syminet.ApiClient;
import clients.syminet.api.BackupsApi;
import clients.syminet.api.SnapshotsApi;
import clients.syminet.model.Snapshot;
import clients.syminet.model.SnapshotNameRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scenario of Syminet with a Java client of openapi-generator. */
final class Syminet {
  private static ApiClient client(String baseUrl, String secret) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    client.setRequestInterceptor(request -> request.header("authorization", "bearer " + secret));
    return client;
  }

  private static List<Snapshot> named(SnapshotsApi snapshots, String name) throws Exception {
    return snapshots.listSnapshots(name, null).getData();
  }

  public static void main(String[] arguments) {
    Scenario it = new Scenario(arguments);
    ApiClient client = client(it.baseUrl, it.secret);
    SnapshotsApi snapshots = new SnapshotsApi(client);
    BackupsApi backups = new BackupsApi(client);

    List<Snapshot> rows = new ArrayList<>();
    Set<Long> known = new HashSet<>();
    long[] counted = new long[2];
    step("list_snapshots", () -> {
      for (long number = 1; ; number++) {
        var page = snapshots.listSnapshots(null, number);
        rows.addAll(page.getData());
        counted[0] = page.getResults();
        counted[1] = number;
        if (number >= page.getPages() || page.getData().isEmpty()) return;
      }
    });
    step("all pages", () -> {
      rows.forEach(row -> known.add(row.getId()));
      check(counted[1] > 1 && known.size() == counted[0], known.size() + " of " + counted[0]);
    });
    long slice = rows.stream()
        .filter(row -> "rw".equals(row.getPerms()) && "rw".equals(row.getVmPerms()) && row.getVmDeleted() == null)
        .findFirst().orElseThrow().getVmId();
    step("create_snapshot", () -> {
      var body = new SnapshotNameRequest().snapshotName(NAME);
      expect(202, snapshots.createSnapshotWithHttpInfo(slice, body).getStatusCode());
    });
    long id = step("wait", () -> waitFor(() -> named(snapshots, NAME).stream()
        .filter(row -> !known.contains(row.getId()) && row.getInProgress() == null)
        .map(Snapshot::getId).findFirst().orElse(null)));
    step("list_slice_snapshots", () -> {
      var list = snapshots.listSliceSnapshots(slice).getData();
      check(list.stream().anyMatch(row -> row.getId() == id), "the new snapshot is not listed");
    });
    step("rename_snapshot", () -> {
      var body = new SnapshotNameRequest().snapshotName(NAME + "-2");
      expect(202, snapshots.renameSnapshotWithHttpInfo(id, body).getStatusCode());
      check(named(snapshots, NAME + "-2").get(0).getId() == id, "the new name is not listed");
    });
    step("restore_snapshot", () -> expect(202, snapshots.restoreSnapshotWithHttpInfo(id, slice).getStatusCode()));
    step("delete_snapshot", () -> {
      expect(202, snapshots.deleteSnapshotWithHttpInfo(id).getStatusCode());
      waitFor(() -> named(snapshots, NAME + "-2").isEmpty());
    });
    long backup = step("list_backups", () -> backups.listBackups(slice).getData().get(0).getBackupId());
    // The slice is busy as long as the restore before goes on.
    step("restore_backup", () -> {
      waitFor(() -> status(() -> backups.restoreBackupWithHttpInfo(slice, backup).getStatusCode()) == 202);
    });
    step("enable_backups", () -> expect(202, backups.enableBackupsWithHttpInfo(slice).getStatusCode()));
    step("disable_backups", () -> expect(202, backups.disableBackupsWithHttpInfo(slice).getStatusCode()));
    step("refusal", () -> {
      var refusal = refused(409, () -> backups.enableBackups(slice));
      check(refusal.path("error").asText().contains("72 hours"), "no reason: " + refusal);
    });
    step("404", () -> {
      var missing = refused(404, () -> snapshots.deleteSnapshot(999_999_999L));
      check(!missing.path("error").asText().isEmpty(), "no text");
    });
    step("HTML 502", () -> isGatewayPage(
        () -> new SnapshotsApi(client(it.baseUrl502, it.secret)).listSnapshots(null, null)));
    step("unknown status", () -> {
      var page = new SnapshotsApi(client(it.baseUrlWeird, it.secret)).listSnapshots(null, null).getData();
      check(!page.isEmpty(), "no snapshots");
      check(page.stream().allMatch(row -> "WEIRD".equals(row.getInProgress())), "the status was lost");
    });
  }
}
