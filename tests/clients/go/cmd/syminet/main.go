// The scenario of Syminet with a Go client of openapi-generator.
package main

import (
	"context"
	"net/http"
	"strings"

	. "clients/scenario"
	"clients/syminet"
)

func connect(baseURL string) *syminet.APIClient {
	configuration := syminet.NewConfiguration()
	configuration.Servers = syminet.ServerConfigurations{{URL: baseURL}}
	return syminet.NewAPIClient(configuration)
}

func main() {
	ctx := context.WithValue(context.Background(), syminet.ContextAccessToken, Secret)
	client := connect(BaseURL)
	snapshots, backups := client.SnapshotsAPI, client.BackupsAPI
	named := func(name string) []syminet.Snapshot {
		page, response, err := snapshots.ListSnapshots(ctx).Query(name).Execute()
		Expect(200, response, err)
		return page.Data
	}

	known := map[int64]bool{}
	var results, pages, slice int64
	Step("list_snapshots", func() {
		for number := int64(1); ; number++ {
			page, response, err := snapshots.ListSnapshots(ctx).Page(number).Execute()
			Expect(200, response, err)
			for _, row := range page.Data {
				known[row.Id] = true
				if slice == 0 && row.GetPerms() == "rw" && row.GetVmPerms() == "rw" && row.VmDeleted == nil {
					slice = row.GetVmId()
				}
			}
			results, pages = page.Results, page.Pages
			if number >= pages || len(page.Data) == 0 {
				return
			}
		}
	})
	Step("all pages", func() {
		Check(pages > 1 && int64(len(known)) == results && slice != 0, len(known), " of ", results)
	})
	Step("create_snapshot", func() {
		body := *syminet.NewSnapshotNameRequest(Name)
		response, err := snapshots.CreateSnapshot(ctx, slice).SnapshotNameRequest(body).Execute()
		Expect(202, response, err)
	})
	var id int64
	Step("wait", func() {
		Wait(func() bool {
			for _, row := range named(Name) {
				if !known[row.Id] && row.InProgress == nil {
					id = row.Id
				}
			}
			return id != 0
		})
	})
	Step("list_slice_snapshots", func() {
		list, response, err := snapshots.ListSliceSnapshots(ctx, slice).Execute()
		Expect(200, response, err)
		found := false
		for _, row := range list.Data {
			found = found || row.Id == id
		}
		Check(found, "the new snapshot is not listed")
	})
	Step("rename_snapshot", func() {
		body := *syminet.NewSnapshotNameRequest(Name + "-2")
		response, err := snapshots.RenameSnapshot(ctx, id).SnapshotNameRequest(body).Execute()
		Expect(202, response, err)
		Check(named(Name + "-2")[0].Id == id, "the new name is not listed")
	})
	Step("restore_snapshot", func() {
		response, err := snapshots.RestoreSnapshot(ctx, id, slice).Execute()
		Expect(202, response, err)
	})
	Step("delete_snapshot", func() {
		response, err := snapshots.DeleteSnapshot(ctx, id).Execute()
		Expect(202, response, err)
		Wait(func() bool { return len(named(Name+"-2")) == 0 })
	})
	var backup int64
	Step("list_backups", func() {
		list, response, err := backups.ListBackups(ctx, slice).Execute()
		Expect(200, response, err)
		backup = list.Data[0].BackupId
	})
	Step("restore_backup", func() {
		// The slice is busy as long as the restore before goes on.
		Wait(func() bool {
			response, _ := backups.RestoreBackup(ctx, slice, backup).Execute()
			return response.StatusCode == http.StatusAccepted
		})
	})
	Step("enable_backups", func() {
		response, err := backups.EnableBackups(ctx, slice).Execute()
		Expect(202, response, err)
	})
	Step("disable_backups", func() {
		response, err := backups.DisableBackups(ctx, slice).Execute()
		Expect(202, response, err)
	})
	Step("refusal", func() {
		response, err := backups.EnableBackups(ctx, slice).Execute()
		refusal := Refused(409, response, err).(syminet.ErrorAnswer)
		Check(strings.Contains(refusal.GetError(), "72 hours"), "no reason: ", refusal.GetError())
	})
	Step("404", func() {
		response, err := snapshots.DeleteSnapshot(ctx, 999_999_999).Execute()
		missing := Refused(404, response, err).(syminet.ErrorAnswer)
		Check(missing.GetError() != "", "no text")
	})
	Step("HTML 502", func() {
		_, response, err := connect(BaseURL502).SnapshotsAPI.ListSnapshots(ctx).Execute()
		IsGatewayPage(response, err)
	})
	Step("unknown status", func() {
		page, response, err := connect(BaseURLWeird).SnapshotsAPI.ListSnapshots(ctx).Execute()
		Expect(200, response, err)
		for _, row := range page.Data {
			Check(row.InProgress == "WEIRD", "the status was lost")
		}
	})
}
