package scenario;

import static scenario.Scenario.*;

import clients.hyperstack.ApiClient;
import clients.hyperstack.api.ImagesApi;
import clients.hyperstack.api.SnapshotsApi;
import clients.hyperstack.api.VirtualMachinesApi;
import clients.hyperstack.model.ImageCreation;
import clients.hyperstack.model.SnapshotCreation;
import clients.hyperstack.model.SnapshotRestoration;
import clients.hyperstack.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scenario of Hyperstack with a Java client of openapi-generator. */
final class Hyperstack {
  private static ApiClient client(String baseUrl, String secret) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    client.setRequestInterceptor(request -> request.header("api_key", secret));
    return client;
  }

  private static void becomes(VirtualMachinesApi vms, long vm, String status) throws Exception {
    waitFor(() -> vms.getVm(vm).getInstance().getStatus().equals(status));
  }

  public static void main(String[] arguments) {
    Scenario it = new Scenario(arguments);
    ApiClient client = client(it.baseUrl, it.secret);
    SnapshotsApi snapshots = new SnapshotsApi(client);
    ImagesApi images = new ImagesApi(client);
    VirtualMachinesApi vms = new VirtualMachinesApi(client);

    long vm = step("list_vms", () -> {
      Long running = null;
      for (long number = 1; ; number++) {
        var page = vms.listVms(number, 2L, null, null, null).getInstances();
        if (page.isEmpty()) return running;
        for (var row : page) if (running == null && row.getStatus().equals("ACTIVE")) running = row.getId();
      }
    });
    Set<Long> listed = new HashSet<>();
    step("list_snapshots", () -> {
      for (long number = 1; ; number++) {
        var page = snapshots.listSnapshots(number, 20L, null).getSnapshots();
        if (page.isEmpty()) return;
        page.forEach(row -> listed.add(row.getId()));
      }
    });
    step("all pages", () -> {
      var whole = snapshots.listSnapshots(null, null, null).getSnapshots();
      check(whole.size() > 20 && whole.size() == listed.size(), listed.size() + " of " + whole.size());
    });
    step("check_snapshot_name", () -> check(snapshots.checkSnapshotName(NAME).getAvailable(), "the name is taken"));
    var create = new SnapshotCreation().name(NAME).description("Made by a client");
    long made = step("create_snapshot", () -> {
      var answer = snapshots.createSnapshotWithHttpInfo(vm, create);
      expect(201, answer.getStatusCode());
      Snapshot snapshot = answer.getData().getSnapshot();
      check(snapshot.getStatus().equals("CREATING"), "status " + snapshot.getStatus());
      return snapshot.getId();
    });
    step("refusal", () -> {
      var refusal = refused(400, () -> snapshots.createSnapshot(vm, create));
      check(refusal.path("message").asText().contains("used to create a snapshot"), "no reason: " + refusal);
    });
    step("wait", () -> {
      waitFor(() -> snapshots.getSnapshot(made).getSnapshot().getStatus().equals("SUCCESS"));
    });
    step("get_snapshot", () -> {
      Snapshot snapshot = snapshots.getSnapshot(made).getSnapshot();
      check(snapshot.getName().equals(NAME) && snapshot.getVmId() == vm, "another snapshot: " + snapshot);
    });
    step("list_snapshot_events", () -> {
      check(!snapshots.listSnapshotEvents(made).getSnapshotEvents().isEmpty(), "no events");
    });
    step("check_vm_name", () -> check(vms.checkVmName(NAME + "-vm").getAvailable(), "the name is taken"));
    long restored = step("restore_snapshot", () -> {
      var body = new SnapshotRestoration().newVmName(NAME + "-vm");
      return snapshots.restoreSnapshot(made, body).getInstances().get(0).getId();
    });
    step("get_vm", () -> becomes(vms, restored, "ACTIVE"));
    step("stop_vm", () -> {
      expect(200, vms.stopVmWithHttpInfo(restored).getStatusCode());
      becomes(vms, restored, "SHUTOFF");
    });
    step("start_vm", () -> {
      expect(200, vms.startVmWithHttpInfo(restored).getStatusCode());
      becomes(vms, restored, "ACTIVE");
    });
    step("list_vm_events", () -> {
      check(!vms.listVmEvents(restored).getInstanceEvents().isEmpty(), "no events");
    });
    step("check_image_name", () -> check(images.checkImageName(NAME).getAvailable(), "the name is taken"));
    long image = step("create_image", () -> {
      return images.createImage(made, new ImageCreation().name(NAME)).getImage().getId();
    });
    step("get_image", () -> check(images.getImage(image).getImage().getName().equals(NAME), "another name"));
    step("list_images", () -> {
      var groups = images.listImages(null, false, NAME, null, null).getImages();
      var ids = groups.stream().flatMap(group -> group.getImages().stream()).map(row -> row.getId()).toList();
      check(ids.equals(List.of(image)), "other images: " + ids);
    });
    step("delete_image", () -> expect(200, images.deleteImageWithHttpInfo(image).getStatusCode()));
    step("delete_snapshot", () -> {
      expect(200, snapshots.deleteSnapshotWithHttpInfo(made).getStatusCode());
      waitFor(() -> status(() -> snapshots.getSnapshotWithHttpInfo(made).getStatusCode()) == 404);
    });
    // The restored machine is cleaned up.
    step("delete_vm", () -> {
      expect(200, vms.deleteVmWithHttpInfo(restored).getStatusCode());
      waitFor(() -> status(() -> vms.getVmWithHttpInfo(restored).getStatusCode()) == 404);
    });
    step("404", () -> {
      var missing = refused(404, () -> snapshots.getSnapshot(made));
      check(missing.path("error_reason").asText().equals("not_found"), "no reason: " + missing);
    });
    step("HTML 502", () -> isGatewayPage(
        () -> new SnapshotsApi(client(it.baseUrl502, it.secret)).listSnapshots(null, null, null)));
    step("unknown status", () -> {
      var page = new SnapshotsApi(client(it.baseUrlWeird, it.secret)).listSnapshots(null, null, null).getSnapshots();
      check(!page.isEmpty(), "no snapshots");
      check(page.stream().allMatch(row -> row.getStatus().equals("WEIRD")), "the status was lost");
    });
  }
}
