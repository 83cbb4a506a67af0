# The scenario of Genesis Cloud with a Ruby client of openapi-generator.

require 'genesiscloud_client'
require 'scenario'

def client(base_url)
  configuration = at(Genesiscloud::Configuration.new, base_url)
  configuration.access_token = SECRET
  Genesiscloud::ApiClient.new(configuration)
end

api = client(BASE_URL)
snapshots = Genesiscloud::SnapshotsApi.new(api)
instances = Genesiscloud::InstancesApi.new(api)

rows, pages = step('list_snapshots') do
  rows = []
  (1..).each do |number|
    page = expect(200, snapshots.list_snapshots_with_http_info(page: number, per_page: 20))
    rows.concat(page.snapshots)
    break [rows, number] if rows.size >= page.total_count || page.snapshots.empty?
  end
end
step('all pages') { check(pages > 1 && rows.map(&:id).uniq.size == rows.size, "#{rows.size} on #{pages} pages") }
instance = step('list_instances') { expect(200, instances.list_instances_with_http_info).instances.first }
made = step('create_instance_snapshot') do
  body = Genesiscloud::SnapshotCreation.new(name: NAME)
  snapshot = expect(201, snapshots.create_instance_snapshot_with_http_info(instance.id, body)).snapshot
  check(snapshot.status == 'creating', "status #{snapshot.status}")
  snapshot
end
restore = lambda do
  body = Genesiscloud::InstanceCreation.new(
    name: NAME, hostname: NAME, type: instance.type, image: made.id, region: made.region, password: 'Not-A-Real-Passw0rd'
  )
  instances.create_instance_with_http_info(body)
end
step('refusal') do
  # The snapshot is not ready. The vendor declares a single form of error, and no status beside it.
  refusal = refused(Genesiscloud::ApiError, 409) { restore.call }
  check(refusal['message'] == 'the snapshot is not ready', "no reason: #{refusal}")
end
made_p = ->(id) { wait { snapshots.get_snapshot(id).snapshot.status == 'created' } }
step('wait') { made_p.call(made.id) }
step('get_snapshot') do
  snapshot = expect(200, snapshots.get_snapshot_with_http_info(made.id)).snapshot
  check(snapshot.source_instance_id == instance.id, 'another source')
end
step('list_instance_snapshots') do
  listed = expect(200, snapshots.list_instance_snapshots_with_http_info(instance.id)).snapshots
  check(listed.map(&:id).include?(made.id), 'the new snapshot is not listed')
end
step('rename_snapshot') do
  body = Genesiscloud::SnapshotRenaming.new(name: "#{NAME}-2")
  snapshot = expect(200, snapshots.rename_snapshot_with_http_info(made.id, body)).snapshot
  check(snapshot.name == "#{NAME}-2", "name #{snapshot.name}")
end
restored = step('create_instance') { expect(201, restore.call).instance.id }
step('get_instance') { wait { instances.get_instance(restored).instance.status == 'active' } }
step('clone_snapshot') do
  body = Genesiscloud::SnapshotClone.new(name: "#{NAME}-clone", region: 'EUC-DE-MUC-1')
  made_p.call(expect(201, snapshots.clone_snapshot_with_http_info(made.id, body)).snapshot.id)
end
step('import_snapshot') do
  body = Genesiscloud::SnapshotImport.new(
    name: "#{NAME}-import", size: 20, url: 'https://images.example.com/appliance.raw', region: 'EUC-DE-MUC-1'
  )
  made_p.call(expect(201, snapshots.import_snapshot_with_http_info(body)).snapshot.id)
end
step('delete_snapshot') do
  expect(204, snapshots.delete_snapshot_with_http_info(made.id))
  wait do
    snapshots.get_snapshot(made.id)
    false
  rescue Genesiscloud::ApiError => e
    e.code == 404
  end
end
# The restored machine is cleaned up.
step('delete_instance') do
  expect(204, instances.delete_instance_with_http_info(restored))
  wait do
    instances.get_instance(restored)
    false
  rescue Genesiscloud::ApiError => e
    e.code == 404
  end
end
step('404') do
  missing = refused(Genesiscloud::ApiError, 404) { snapshots.get_snapshot(made.id) }
  check(!missing['code'].empty? && !missing['message'].empty?, missing.to_s)
end
step('HTML 502') do
  gateway_page?(Genesiscloud::ApiError) { Genesiscloud::SnapshotsApi.new(client(BASE_URL_502)).list_snapshots }
end
step('unknown status') do
  rows = Genesiscloud::SnapshotsApi.new(client(BASE_URL_WEIRD)).list_snapshots.snapshots
  check(rows.any? && rows.all? { |row| row.status == 'WEIRD' }, 'the status was lost')
end
