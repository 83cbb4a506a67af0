# The scenario of Syminet with a Ruby client of openapi-generator.

require 'syminet_client'
require 'scenario'

def client(base_url)
  configuration = at(Syminet::Configuration.new, base_url)
  configuration.access_token = SECRET
  Syminet::ApiClient.new(configuration)
end

api = client(BASE_URL)
snapshots = Syminet::SnapshotsApi.new(api)
backups = Syminet::BackupsApi.new(api)
named = ->(name) { expect(200, snapshots.list_snapshots_with_http_info(query: name)).data }

rows, results, pages = step('list_snapshots') do
  rows = []
  (1..).each do |number|
    page = expect(200, snapshots.list_snapshots_with_http_info(page: number))
    rows.concat(page.data)
    break [rows, page.results, number] if number >= page.pages || page.data.empty?
  end
end
known = rows.map(&:id)
slice = step('all pages') do
  check(pages > 1 && known.uniq.size == results, "#{known.size} of #{results}")
  rows.find { |row| row.perms == 'rw' && row.vm_perms == 'rw' && row.vm_deleted.nil? }.vm_id
end
step('create_snapshot') do
  body = Syminet::SnapshotNameRequest.new(snapshot_name: NAME)
  expect(202, snapshots.create_snapshot_with_http_info(slice, body))
end
id = step('wait') { wait { named.call(NAME).find { |row| !known.include?(row.id) && row.in_progress.nil? } }.id }
step('list_slice_snapshots') do
  list = expect(200, snapshots.list_slice_snapshots_with_http_info(slice))
  check(list.data.map(&:id).include?(id), 'the new snapshot is not listed')
end
step('rename_snapshot') do
  body = Syminet::SnapshotNameRequest.new(snapshot_name: "#{NAME}-2")
  expect(202, snapshots.rename_snapshot_with_http_info(id, body))
  check(named.call("#{NAME}-2").map(&:id) == [id], 'the new name is not listed')
end
step('restore_snapshot') { expect(202, snapshots.restore_snapshot_with_http_info(id, slice)) }
step('delete_snapshot') do
  expect(202, snapshots.delete_snapshot_with_http_info(id))
  wait { named.call("#{NAME}-2").empty? }
end
backup = step('list_backups') { expect(200, backups.list_backups_with_http_info(slice)).data.first.backup_id }
step('restore_backup') do
  # The slice is busy as long as the restore before goes on.
  wait do
    expect(202, backups.restore_backup_with_http_info(slice, backup)).nil?
  rescue Syminet::ApiError => e
    raise unless e.code == 409
  end
end
step('enable_backups') { expect(202, backups.enable_backups_with_http_info(slice)) }
step('disable_backups') { expect(202, backups.disable_backups_with_http_info(slice)) }
step('refusal') do
  refusal = refused(Syminet::ApiError, 409) { backups.enable_backups(slice) }
  check(refusal['error'].include?('72 hours'), "no reason: #{refusal}")
end
step('404') do
  missing = refused(Syminet::ApiError, 404) { snapshots.delete_snapshot(999_999_999) }
  check(!missing['error'].empty?, 'no text')
end
step('HTML 502') { gateway_page?(Syminet::ApiError) { Syminet::SnapshotsApi.new(client(BASE_URL_502)).list_snapshots } }
step('unknown status') do
  page = Syminet::SnapshotsApi.new(client(BASE_URL_WEIRD)).list_snapshots
  check(page.data.any? && page.data.all? { |row| row.in_progress == 'WEIRD' }, 'the status was lost')
end
