# The scenario of Hyperstack with a Ruby client of openapi-generator.

require 'hyperstack_client'
require 'scenario'

def client(base_url)
  configuration = at(Hyperstack::Configuration.new, base_url)
  configuration.api_key['api_key'] = SECRET
  Hyperstack::ApiClient.new(configuration)
end

api = client(BASE_URL)
snapshots = Hyperstack::SnapshotsApi.new(api)
images = Hyperstack::ImagesApi.new(api)
vms = Hyperstack::VirtualMachinesApi.new(api)

# All pages: the list ends at an empty one.
def all_of
  (1..).each_with_object([]) do |number, rows|
    page = yield number
    return rows if page.empty?

    rows.concat(page)
  end
end

vm = step('list_vms') do
  all_of { |number| vms.list_vms(page: number, page_size: 2).instances }.find { |row| row.status == 'ACTIVE' }.id
end
listed = step('list_snapshots') do
  all_of { |number| snapshots.list_snapshots(page: number, page_size: 20).snapshots }.map(&:id)
end
step('all pages') do
  whole = snapshots.list_snapshots.snapshots.map(&:id)
  check(whole.size > 20 && whole.sort == listed.sort, "#{listed.size} of #{whole.size}")
end
step('check_snapshot_name') { check(snapshots.check_snapshot_name(NAME).available, 'the name is taken') }
create = lambda do
  body = Hyperstack::SnapshotCreation.new(name: NAME, description: 'Made by a client')
  snapshots.create_snapshot_with_http_info(vm, body)
end
made = step('create_snapshot') do
  snapshot = expect(201, create.call).snapshot
  check(snapshot.status == 'CREATING', "status #{snapshot.status}")
  snapshot.id
end
step('refusal') do
  refusal = refused(Hyperstack::ApiError, 400) { create.call }
  check(refusal['message'].include?('used to create a snapshot'), "no reason: #{refusal}")
end
step('wait') { wait { snapshots.get_snapshot(made).snapshot.status == 'SUCCESS' } }
step('get_snapshot') do
  snapshot = expect(200, snapshots.get_snapshot_with_http_info(made)).snapshot
  check(snapshot.name == NAME && snapshot.vm_id == vm, 'another snapshot')
end
step('list_snapshot_events') { check(snapshots.list_snapshot_events(made).snapshot_events.any?, 'no events') }
step('check_vm_name') { check(vms.check_vm_name("#{NAME}-vm").available, 'the name is taken') }
restored = step('restore_snapshot') do
  body = Hyperstack::SnapshotRestoration.new(new_vm_name: "#{NAME}-vm")
  expect(200, snapshots.restore_snapshot_with_http_info(made, body)).instances.first.id
end
becomes = ->(status) { wait { vms.get_vm(restored).instance.status == status } }
step('get_vm') { becomes.call('ACTIVE') }
step('stop_vm') do
  expect(200, vms.stop_vm_with_http_info(restored))
  becomes.call('SHUTOFF')
end
step('start_vm') do
  expect(200, vms.start_vm_with_http_info(restored))
  becomes.call('ACTIVE')
end
step('list_vm_events') { check(vms.list_vm_events(restored).instance_events.any?, 'no events') }
step('check_image_name') { check(images.check_image_name(NAME).available, 'the name is taken') }
image = step('create_image') do
  expect(200, images.create_image_with_http_info(made, Hyperstack::ImageCreation.new(name: NAME))).image.id
end
step('get_image') { check(images.get_image(image).image.name == NAME, 'another name') }
step('list_images') do
  ids = images.list_images(include_public: false, search: NAME).images.flat_map { |group| group.images.map(&:id) }
  check(ids == [image], "other images: #{ids}")
end
step('delete_image') { expect(200, images.delete_image_with_http_info(image)) }
step('delete_snapshot') do
  expect(200, snapshots.delete_snapshot_with_http_info(made))
  wait do
    snapshots.get_snapshot(made)
    false
  rescue Hyperstack::ApiError => e
    e.code == 404
  end
end
# The restored machine is cleaned up.
step('delete_vm') do
  expect(200, vms.delete_vm_with_http_info(restored))
  wait do
    vms.get_vm(restored)
    false
  rescue Hyperstack::ApiError => e
    e.code == 404
  end
end
step('404') do
  missing = refused(Hyperstack::ApiError, 404) { snapshots.get_snapshot(made) }
  check(missing['error_reason'] == 'not_found' && !missing['message'].empty?, missing.to_s)
end
step('HTML 502') do
  gateway_page?(Hyperstack::ApiError) { Hyperstack::SnapshotsApi.new(client(BASE_URL_502)).list_snapshots }
end
step('unknown status') do
  rows = Hyperstack::SnapshotsApi.new(client(BASE_URL_WEIRD)).list_snapshots.snapshots
  check(rows.any? && rows.all? { |row| row.status == 'WEIRD' }, 'the status was lost')
end
