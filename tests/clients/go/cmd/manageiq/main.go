// The scenario of ManageIQ with a Go client of openapi-generator.
package main

import (
	"context"
	"net/http"
	"strings"

	"clients/manageiq"
	. "clients/scenario"
)

func connect(baseURL string) *manageiq.APIClient {
	configuration := manageiq.NewConfiguration()
	configuration.Servers = manageiq.ServerConfigurations{{URL: baseURL}}
	return manageiq.NewAPIClient(configuration)
}

// machine finds a vm of VMware: it can be reverted.
func machine(ctx context.Context, client *manageiq.APIClient) manageiq.Vm {
	page, response, err := client.MachinesAPI.ListVms(ctx).Expand([]string{"resources"}).Filter([]string{"vendor=vmware"}).Execute()
	Expect(200, response, err)
	return page.Resources[0]
}

func create(ctx context.Context, client *manageiq.APIClient, vm string) (*manageiq.ActionResults, *http.Response, error) {
	fields := *manageiq.NewSnapshotEntry()
	fields.SetName(Name)
	body := *manageiq.NewSnapshotsChange()
	body.SetAction(manageiq.CREATE_SNAPSHOTS)
	body.SetResource(fields)
	return client.VMSnapshotsAPI.ChangeVmSnapshots(ctx, vm).SnapshotsChange(body).Execute()
}

func main() {
	name, password, _ := strings.Cut(Secret, ":")
	login := manageiq.BasicAuth{UserName: name, Password: password}
	basic := context.WithValue(context.Background(), manageiq.ContextBasicAuth, login)
	client := connect(BaseURL)
	session, snapshots, tasks := client.SessionAPI, client.VMSnapshotsAPI, client.TasksAPI

	ctx := context.Background()
	Step("get_token", func() {
		token, response, err := session.GetToken(basic).Execute()
		Expect(200, response, err)
		keys := map[string]manageiq.APIKey{"tokenAuth": {Key: token.AuthToken}}
		ctx = context.WithValue(ctx, manageiq.ContextAPIKeys, keys)
	})
	Step("get_entry_point", func() {
		_, response, err := session.GetEntryPoint(ctx).Execute()
		Expect(200, response, err)
	})
	var vm manageiq.Vm
	Step("list_vms", func() { vm = machine(ctx, client) })
	Step("get_vm", func() {
		found, response, err := client.MachinesAPI.GetVm(ctx, vm.GetId()).Execute()
		Expect(200, response, err)
		Check(found.GetName() == vm.GetName(), "another machine")
	})
	Step("list_instances", func() {
		page, response, err := client.MachinesAPI.ListInstances(ctx).Execute()
		Expect(200, response, err)
		Check(len(page.Resources) > 0, "no instances")
	})
	Step("list_volumes", func() {
		_, response, err := client.VolumesAPI.ListVolumes(ctx).Execute()
		Expect(200, response, err)
	})
	Step("describe_vm_snapshots", func() {
		_, response, err := snapshots.DescribeVmSnapshots(ctx, vm.GetId()).Execute()
		Expect(200, response, err)
	})
	// All pages, by the order of the ids: the filter makes the server tell how many there are of this machine.
	rows := func() (found []manageiq.Snapshot, pages int) {
		for {
			page, response, err := snapshots.ListVmSnapshots(ctx, vm.GetId()).Expand([]string{"resources"}).
				Filter([]string{"id>0"}).SortBy([]string{"id"}).Offset(int64(len(found))).Limit(4).Execute()
			Expect(200, response, err)
			found, pages = append(found, page.Resources...), pages+1
			if int64(len(found)) >= page.GetSubqueryCount() || len(page.Resources) == 0 {
				return
			}
		}
	}
	known := map[string]bool{}
	var pages, listed int
	Step("list_vm_snapshots", func() {
		before, count := rows()
		for _, row := range before {
			known[row.GetId()] = true
		}
		pages, listed = count, len(before)
	})
	Step("all pages", func() { Check(pages > 1 && len(known) == listed, len(known), " of ", listed) })
	var task string
	Step("change_vm_snapshots", func() {
		answer, response, err := create(ctx, client, vm.GetId())
		Expect(200, response, err)
		outcome := answer.Results[0]
		Check(outcome.Success, outcome.GetMessage())
		task = outcome.GetTaskId()
	})
	finished := func(id string) (done *manageiq.Task) {
		Wait(func() bool {
			found, response, err := tasks.GetTask(ctx, id).Execute()
			Expect(200, response, err)
			done = found
			return found.GetState() == "Finished"
		})
		return
	}
	Step("get_task", func() { Check(finished(task).GetStatus() == "Ok", "the task failed") })
	var id string
	Step("wait", func() {
		Wait(func() bool {
			found, _ := rows()
			for _, row := range found {
				if !known[row.GetId()] && row.GetName() == Name {
					id = row.GetId()
				}
			}
			return id != ""
		})
	})
	Step("get_vm_snapshot", func() {
		found, response, err := snapshots.GetVmSnapshot(ctx, vm.GetId(), id).Execute()
		Expect(200, response, err)
		Check(found.GetName() == Name && found.GetVmOrTemplateId() == vm.GetId(), "another snapshot")
	})
	Step("list_tasks", func() {
		page, response, err := tasks.ListTasks(ctx).Expand([]string{"resources"}).Execute()
		Expect(200, response, err)
		found := false
		for _, row := range page.Resources {
			found = found || row.GetId() == task
		}
		Check(found, "the task is not listed")
	})
	Step("query_tasks", func() {
		reference := *manageiq.NewResourceReference()
		reference.SetId(task)
		body := *manageiq.NewTaskQuery(manageiq.QUERY_TASKS, []manageiq.ResourceReference{reference})
		answer, response, err := tasks.QueryTasks(ctx).TaskQuery(body).Execute()
		Expect(200, response, err)
		Check(answer.Results[0].GetId() == task, "another task")
	})
	Step("list_notifications", func() {
		_, response, err := client.NotificationsAPI.ListNotifications(ctx).Execute()
		Expect(200, response, err)
	})
	act := func(id string, body manageiq.VmSnapshotChange) (*manageiq.ActionResult, *http.Response, error) {
		return snapshots.ActOnVmSnapshot(ctx, vm.GetId(), id).VmSnapshotChange(body).Execute()
	}
	revert := *manageiq.NewVmSnapshotChange(manageiq.REVERT_TO_SNAPSHOT)
	Step("refusal", func() {
		_, response, err := act("999999", revert)
		refusal := Refused(400, response, err).(manageiq.ErrorAnswer)
		Check(refusal.HasSuccess() && !refusal.GetSuccess() && refusal.GetMessage() != "", "no reason: ", err)
	})
	Step("act_on_vm_snapshot", func() {
		outcome, response, err := act(id, revert)
		Expect(200, response, err)
		finished(outcome.GetTaskId())
		_, response, err = act(id, *manageiq.NewVmSnapshotChange(manageiq.DELETE_SNAPSHOT))
		Expect(200, response, err)
		Wait(func() bool {
			_, response, _ := snapshots.GetVmSnapshot(ctx, vm.GetId(), id).Execute()
			return response.StatusCode == http.StatusNotFound
		})
	})
	Step("404", func() {
		_, response, err := snapshots.GetVmSnapshot(ctx, vm.GetId(), id).Execute()
		missing := Refused(404, response, err).(manageiq.ErrorAnswer)
		// A value of several forms has no type of its own.
		details, _ := missing.Error.(map[string]any)
		Check(details["kind"] == "not_found", "no reason: ", err)
	})
	Step("delete_token", func() {
		response, err := session.DeleteToken(ctx).Execute()
		Expect(204, response, err)
	})
	Step("HTML 502", func() {
		_, response, err := connect(BaseURL502).MachinesAPI.ListVms(basic).Execute()
		IsGatewayPage(response, err)
	})
	Step("unknown status", func() {
		weird := connect(BaseURLWeird)
		vm := machine(basic, weird)
		_, response, err := create(basic, weird, vm.GetId())
		Expect(200, response, err)
		page, response, err := weird.TasksAPI.ListTasks(basic).Expand([]string{"resources"}).Execute()
		Expect(200, response, err)
		Check(len(page.Resources) > 0, "no tasks")
		for _, row := range page.Resources {
			Check(row.GetState() == "WEIRD", "the status was lost")
		}
	})
}
