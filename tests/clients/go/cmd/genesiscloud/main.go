// The scenario of Genesis Cloud with a Go client of openapi-generator.
package main

import (
	"context"
	"net/http"

	"clients/genesiscloud"
	. "clients/scenario"
)

func connect(baseURL string) *genesiscloud.APIClient {
	configuration := genesiscloud.NewConfiguration()
	configuration.Servers = genesiscloud.ServerConfigurations{{URL: baseURL}}
	return genesiscloud.NewAPIClient(configuration)
}

func main() {
	ctx := context.WithValue(context.Background(), genesiscloud.ContextAccessToken, Secret)
	client := connect(BaseURL)
	snapshots, instances := client.SnapshotsAPI, client.InstancesAPI

	known := map[string]bool{}
	var total, pages int64
	Step("list_snapshots", func() {
		for read := int64(0); ; {
			pages++
			page, response, err := snapshots.ListSnapshots(ctx).Page(pages).PerPage(20).Execute()
			Expect(200, response, err)
			for _, row := range page.Snapshots {
				known[row.Id] = true
			}
			read, total = read+int64(len(page.Snapshots)), page.TotalCount
			if read >= total || len(page.Snapshots) == 0 {
				return
			}
		}
	})
	Step("all pages", func() { Check(pages > 1 && int64(len(known)) == total, len(known), " of ", total) })
	var instance genesiscloud.Instance
	Step("list_instances", func() {
		page, response, err := instances.ListInstances(ctx).Execute()
		Expect(200, response, err)
		instance = page.Instances[0]
	})
	var made genesiscloud.Snapshot
	Step("create_instance_snapshot", func() {
		body := *genesiscloud.NewSnapshotCreation(Name)
		answer, response, err := snapshots.CreateInstanceSnapshot(ctx, instance.Id).SnapshotCreation(body).Execute()
		Expect(201, response, err)
		made = answer.Snapshot
		Check(made.Status == "creating", "status ", made.Status)
	})
	restore := func() (*genesiscloud.InstanceResponse, *http.Response, error) {
		body := *genesiscloud.NewInstanceCreation(Name, Name, instance.Type, made.Id, made.Region)
		body.SetPassword("Not-A-Real-Passw0rd")
		return instances.CreateInstance(ctx).InstanceCreation(body).Execute()
	}
	Step("refusal", func() {
		// The snapshot is not ready. The vendor declares a single form of error, and no status beside it.
		_, response, err := restore()
		refusal := Refused(409, response, err).(genesiscloud.ErrorAnswer)
		Check(refusal.Message == "the snapshot is not ready", "no reason: ", refusal.Message)
	})
	get := func(id string) *genesiscloud.Snapshot {
		answer, response, err := snapshots.GetSnapshot(ctx, id).Execute()
		Expect(200, response, err)
		return &answer.Snapshot
	}
	isMade := func(id string) { Wait(func() bool { return get(id).Status == "created" }) }
	Step("wait", func() { isMade(made.Id) })
	Step("get_snapshot", func() { Check(get(made.Id).GetSourceInstanceId() == instance.Id, "another source") })
	Step("list_instance_snapshots", func() {
		page, response, err := snapshots.ListInstanceSnapshots(ctx, instance.Id).Execute()
		Expect(200, response, err)
		found := false
		for _, row := range page.Snapshots {
			found = found || row.Id == made.Id
		}
		Check(found, "the new snapshot is not listed")
	})
	Step("rename_snapshot", func() {
		body := *genesiscloud.NewSnapshotRenaming()
		body.SetName(Name + "-2")
		answer, response, err := snapshots.RenameSnapshot(ctx, made.Id).SnapshotRenaming(body).Execute()
		Expect(200, response, err)
		Check(answer.Snapshot.Name == Name+"-2", "name ", answer.Snapshot.Name)
	})
	var restored string
	Step("create_instance", func() {
		answer, response, err := restore()
		Expect(201, response, err)
		restored = answer.Instance.Id
	})
	Step("get_instance", func() {
		Wait(func() bool {
			answer, response, err := instances.GetInstance(ctx, restored).Execute()
			Expect(200, response, err)
			return answer.Instance.Status == "active"
		})
	})
	Step("clone_snapshot", func() {
		body := *genesiscloud.NewSnapshotClone(Name+"-clone", "EUC-DE-MUC-1")
		answer, response, err := snapshots.CloneSnapshot(ctx, made.Id).SnapshotClone(body).Execute()
		Expect(201, response, err)
		isMade(answer.Snapshot.Id)
	})
	Step("import_snapshot", func() {
		url := "https://images.example.com/appliance.raw"
		body := *genesiscloud.NewSnapshotImport(Name+"-import", 20, url, "EUC-DE-MUC-1")
		answer, response, err := snapshots.ImportSnapshot(ctx).SnapshotImport(body).Execute()
		Expect(201, response, err)
		isMade(answer.Snapshot.Id)
	})
	Step("delete_snapshot", func() {
		response, err := snapshots.DeleteSnapshot(ctx, made.Id).Execute()
		Expect(204, response, err)
		Wait(func() bool {
			_, response, _ := snapshots.GetSnapshot(ctx, made.Id).Execute()
			return response.StatusCode == http.StatusNotFound
		})
	})
	// The restored machine is cleaned up.
	Step("delete_instance", func() {
		response, err := instances.DeleteInstance(ctx, restored).Execute()
		Expect(204, response, err)
		Wait(func() bool {
			_, response, _ := instances.GetInstance(ctx, restored).Execute()
			return response.StatusCode == http.StatusNotFound
		})
	})
	Step("404", func() {
		_, response, err := snapshots.GetSnapshot(ctx, made.Id).Execute()
		missing := Refused(404, response, err).(genesiscloud.ErrorAnswer)
		Check(missing.Code != "" && missing.Message != "", "no reason")
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
			Check(row.Status == "WEIRD", "the status was lost")
		}
	})
}
