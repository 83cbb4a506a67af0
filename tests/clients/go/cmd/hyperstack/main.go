// The scenario of Hyperstack with a Go client of openapi-generator.
package main

import (
	"context"
	"net/http"
	"strings"

	"clients/hyperstack"
	. "clients/scenario"
)

func connect(baseURL string) *hyperstack.APIClient {
	configuration := hyperstack.NewConfiguration()
	configuration.Servers = hyperstack.ServerConfigurations{{URL: baseURL}}
	return hyperstack.NewAPIClient(configuration)
}

func main() {
	keys := map[string]hyperstack.APIKey{"apiKey": {Key: Secret}}
	ctx := context.WithValue(context.Background(), hyperstack.ContextAPIKeys, keys)
	client := connect(BaseURL)
	snapshots, images, vms := client.SnapshotsAPI, client.ImagesAPI, client.VirtualMachinesAPI

	var vm int64
	Step("list_vms", func() {
		for number := int64(1); ; number++ {
			page, response, err := vms.ListVms(ctx).Page(number).PageSize(2).Execute()
			Expect(200, response, err)
			for _, row := range page.Instances {
				if vm == 0 && row.Status == "ACTIVE" {
					vm = row.Id
				}
			}
			if len(page.Instances) == 0 {
				return
			}
		}
	})
	listed := map[int64]bool{}
	Step("list_snapshots", func() {
		for number := int64(1); ; number++ {
			page, response, err := snapshots.ListSnapshots(ctx).Page(number).PageSize(20).Execute()
			Expect(200, response, err)
			for _, row := range page.Snapshots {
				listed[row.Id] = true
			}
			if len(page.Snapshots) == 0 {
				return
			}
		}
	})
	Step("all pages", func() {
		whole, response, err := snapshots.ListSnapshots(ctx).Execute()
		Expect(200, response, err)
		Check(len(whole.Snapshots) > 20 && len(whole.Snapshots) == len(listed), len(listed), " of ", len(whole.Snapshots))
	})
	Step("check_snapshot_name", func() {
		answer, response, err := snapshots.CheckSnapshotName(ctx, Name).Execute()
		Expect(200, response, err)
		Check(answer.Available, "the name is taken")
	})
	create := func() (*hyperstack.SnapshotAnswer, *http.Response, error) {
		body := *hyperstack.NewSnapshotCreation(Name, "Made by a client")
		return snapshots.CreateSnapshot(ctx, vm).SnapshotCreation(body).Execute()
	}
	var id int64
	Step("create_snapshot", func() {
		answer, response, err := create()
		Expect(201, response, err)
		Check(answer.Snapshot.GetStatus() == "CREATING", "status ", answer.Snapshot.GetStatus())
		id = answer.Snapshot.Id
	})
	Step("refusal", func() {
		_, response, err := create()
		refusal := Refused(400, response, err).(hyperstack.ErrorAnswer)
		Check(strings.Contains(refusal.GetMessage(), "used to create a snapshot"), "no reason: ", refusal.GetMessage())
	})
	get := func() *hyperstack.Snapshot {
		answer, response, err := snapshots.GetSnapshot(ctx, id).Execute()
		Expect(200, response, err)
		return &answer.Snapshot
	}
	Step("wait", func() { Wait(func() bool { return get().GetStatus() == "SUCCESS" }) })
	Step("get_snapshot", func() { Check(get().GetName() == Name && get().GetVmId() == vm, "another snapshot") })
	Step("list_snapshot_events", func() {
		answer, response, err := snapshots.ListSnapshotEvents(ctx, id).Execute()
		Expect(200, response, err)
		Check(len(answer.SnapshotEvents) > 0, "no events")
	})
	Step("check_vm_name", func() {
		answer, response, err := vms.CheckVmName(ctx, Name+"-vm").Execute()
		Expect(200, response, err)
		Check(answer.Available, "the name is taken")
	})
	var restored int64
	Step("restore_snapshot", func() {
		body := *hyperstack.NewSnapshotRestoration(Name + "-vm")
		answer, response, err := snapshots.RestoreSnapshot(ctx, id).SnapshotRestoration(body).Execute()
		Expect(200, response, err)
		restored = answer.Instances[0].Id
	})
	becomes := func(status string) {
		Wait(func() bool {
			answer, response, err := vms.GetVm(ctx, restored).Execute()
			Expect(200, response, err)
			return answer.Instance.Status == status
		})
	}
	Step("get_vm", func() { becomes("ACTIVE") })
	Step("stop_vm", func() {
		_, response, err := vms.StopVm(ctx, restored).Execute()
		Expect(200, response, err)
		becomes("SHUTOFF")
	})
	Step("start_vm", func() {
		_, response, err := vms.StartVm(ctx, restored).Execute()
		Expect(200, response, err)
		becomes("ACTIVE")
	})
	Step("list_vm_events", func() {
		answer, response, err := vms.ListVmEvents(ctx, restored).Execute()
		Expect(200, response, err)
		Check(len(answer.InstanceEvents) > 0, "no events")
	})
	Step("check_image_name", func() {
		answer, response, err := images.CheckImageName(ctx, Name).Execute()
		Expect(200, response, err)
		Check(answer.Available, "the name is taken")
	})
	var image int64
	Step("create_image", func() {
		body := *hyperstack.NewImageCreation(Name)
		answer, response, err := images.CreateImage(ctx, id).ImageCreation(body).Execute()
		Expect(200, response, err)
		image = answer.Image.Id
	})
	Step("get_image", func() {
		answer, response, err := images.GetImage(ctx, image).Execute()
		Expect(200, response, err)
		Check(answer.Image.Name == Name, "name ", answer.Image.Name)
	})
	Step("list_images", func() {
		answer, response, err := images.ListImages(ctx).IncludePublic(false).Search(Name).Execute()
		Expect(200, response, err)
		var ids []int64
		for _, group := range answer.Images {
			for _, row := range group.Images {
				ids = append(ids, row.Id)
			}
		}
		Check(len(ids) == 1 && ids[0] == image, "other images: ", ids)
	})
	Step("delete_image", func() {
		_, response, err := images.DeleteImage(ctx, image).Execute()
		Expect(200, response, err)
	})
	Step("delete_snapshot", func() {
		_, response, err := snapshots.DeleteSnapshot(ctx, id).Execute()
		Expect(200, response, err)
		Wait(func() bool {
			_, response, _ := snapshots.GetSnapshot(ctx, id).Execute()
			return response.StatusCode == http.StatusNotFound
		})
	})
	// The restored machine is cleaned up.
	Step("delete_vm", func() {
		_, response, err := vms.DeleteVm(ctx, restored).Execute()
		Expect(200, response, err)
		Wait(func() bool {
			_, response, _ := vms.GetVm(ctx, restored).Execute()
			return response.StatusCode == http.StatusNotFound
		})
	})
	Step("404", func() {
		_, response, err := snapshots.GetSnapshot(ctx, id).Execute()
		missing := Refused(404, response, err).(hyperstack.ErrorAnswer)
		Check(missing.GetErrorReason() == "not_found" && missing.GetMessage() != "", "no reason")
	})
	Step("HTML 502", func() {
		_, response, err := connect(BaseURL502).SnapshotsAPI.ListSnapshots(ctx).Execute()
		IsGatewayPage(response, err)
	})
	Step("unknown status", func() {
		page, response, err := connect(BaseURLWeird).SnapshotsAPI.ListSnapshots(ctx).Execute()
		Expect(200, response, err)
		Check(len(page.Snapshots) > 0, "no snapshots")
		for _, row := range page.Snapshots {
			Check(row.GetStatus() == "WEIRD", "the status was lost")
		}
	})
}
