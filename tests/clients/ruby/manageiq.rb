# The scenario of ManageIQ with a Ruby client of openapi-generator.

require 'manageiq_client'
require 'scenario'

# Name and password or a token: a configuration with both would send both.
def client(base_url, token: nil)
  configuration = at(Manageiq::Configuration.new, base_url)
  # Else `filter[]` gets further brackets.
  configuration.params_encoding = :multi
  if token
    configuration.api_key['X-Auth-Token'] = token
  else
    configuration.username, configuration.password = SECRET.split(':', 2)
  end
  Manageiq::ApiClient.new(configuration)
end

# The client sends what each scheme of the document would send; only one of them may stand in `auth_names`.
def only(scheme)
  { debug_auth_names: [scheme] }
end

BASIC = only('basicAuth')

# A vm of VMware: it can be reverted.
def machine(api, auth)
  Manageiq::MachinesApi.new(api).list_vms(expand: ['resources'], filter: ['vendor=vmware'], **auth).resources.first
end

def create(api, vm_id, auth)
  body = Manageiq::SnapshotsChange.new(action: 'create', resource: Manageiq::SnapshotEntry.new(name: NAME))
  Manageiq::VMSnapshotsApi.new(api).change_vm_snapshots_with_http_info(vm_id, body, auth)
end

token = step('get_token') { expect(200, Manageiq::SessionApi.new(client(BASE_URL)).get_token_with_http_info(BASIC)).auth_token }
api = client(BASE_URL, token: token)
auth = only('tokenAuth')
session = Manageiq::SessionApi.new(api)
machines = Manageiq::MachinesApi.new(api)
snapshots = Manageiq::VMSnapshotsApi.new(api)
tasks = Manageiq::TasksApi.new(api)

step('get_entry_point') { expect(200, session.get_entry_point_with_http_info(auth)) }
vm = step('list_vms') { machine(api, auth) }
step('get_vm') { check(expect(200, machines.get_vm_with_http_info(vm.id, auth)).name == vm.name, 'another machine') }
step('list_instances') { check(machines.list_instances(auth).resources.any?, 'no instances') }
step('list_volumes') { expect(200, Manageiq::VolumesApi.new(api).list_volumes_with_http_info(auth)) }
step('describe_vm_snapshots') { expect(200, snapshots.describe_vm_snapshots_with_http_info(vm.id, auth)) }

# All pages, by the order of the ids: the filter makes the server tell how many there are of this machine.
rows = lambda do
  found = []
  (1..).each do |pages|
    how = { expand: ['resources'], filter: ['id>0'], sort_by: ['id'], offset: found.size, limit: 4 }
    page = expect(200, snapshots.list_vm_snapshots_with_http_info(vm.id, **how, **auth))
    found.concat(page.resources)
    break [found, pages] if found.size >= page.subquery_count || page.resources.empty?
  end
end
before, pages = step('list_vm_snapshots') { rows.call }
known = before.map(&:id)
step('all pages') { check(pages > 1 && known.uniq.size == known.size, "#{known.size} on #{pages} pages") }
task = step('change_vm_snapshots') do
  outcome = expect(200, create(api, vm.id, auth)).results.first
  check(outcome.success, outcome.message)
  outcome.task_id
end
finished = ->(id) { wait { tasks.get_task(id, auth).then { |it| it if it.state == 'Finished' } } }
step('get_task') { check(finished.call(task).status == 'Ok', 'the task failed') }
id = step('wait') { wait { rows.call.first.find { |row| !known.include?(row.id) && row.name == NAME } }.id }
step('get_vm_snapshot') do
  found = expect(200, snapshots.get_vm_snapshot_with_http_info(vm.id, id, auth))
  check(found.name == NAME && found.vm_or_template_id == vm.id, 'another snapshot')
end
step('list_tasks') do
  check(tasks.list_tasks(expand: ['resources'], **auth).resources.map(&:id).include?(task), 'the task is not listed')
end
step('query_tasks') do
  body = Manageiq::TaskQuery.new(action: 'query', resources: [Manageiq::ResourceReference.new(id: task)])
  check(expect(200, tasks.query_tasks_with_http_info(body, auth)).results.first.id == task, 'another task')
end
step('list_notifications') { expect(200, Manageiq::NotificationsApi.new(api).list_notifications_with_http_info(auth)) }
revert = Manageiq::VmSnapshotChange.new(action: 'revert')
step('refusal') do
  refusal = refused(Manageiq::ApiError, 400) { snapshots.act_on_vm_snapshot(vm.id, '999999', revert, auth) }
  check(refusal['success'] == false && !refusal['message'].empty?, refusal.to_s)
end
step('act_on_vm_snapshot') do
  finished.call(expect(200, snapshots.act_on_vm_snapshot_with_http_info(vm.id, id, revert, auth)).task_id)
  delete = Manageiq::VmSnapshotChange.new(action: 'delete')
  expect(200, snapshots.act_on_vm_snapshot_with_http_info(vm.id, id, delete, auth))
  wait do
    snapshots.get_vm_snapshot(vm.id, id, auth)
    false
  rescue Manageiq::ApiError => e
    e.code == 404
  end
end
step('404') do
  missing = refused(Manageiq::ApiError, 404) { snapshots.get_vm_snapshot(vm.id, id, auth) }
  check(missing['error']['kind'] == 'not_found', missing.to_s)
end
step('delete_token') { expect(204, session.delete_token_with_http_info(auth)) }
step('HTML 502') do
  gateway_page?(Manageiq::ApiError) { Manageiq::MachinesApi.new(client(BASE_URL_502)).list_vms(BASIC) }
end
step('unknown status') do
  weird = client(BASE_URL_WEIRD)
  expect(200, create(weird, machine(weird, BASIC).id, BASIC))
  found = Manageiq::TasksApi.new(weird).list_tasks(expand: ['resources'], **BASIC).resources
  check(found.any? && found.all? { |row| row.state == 'WEIRD' }, 'the status was lost')
end
