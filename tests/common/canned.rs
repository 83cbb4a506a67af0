//! A server on loopback with any number of generated snapshots. It does nothing but write bytes and allocates nothing per request, so that
//! everything counted in the process belongs to the client.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use cloudsnap::{Auth, Client, Provider};

/// The credential that clients send; nothing checks it.
pub const TOKEN: &str = "5b0d7c61-canned-token";

/// The machine whose snapshots ManageIQ lists.
pub const VM: &str = "3000000000042";

/// What the providers send for one snapshot, with `@` for its number.
pub const fn row(provider: Provider) -> &'static str {
    match provider {
        Provider::Hyperstack => {
            r#"{"id": @, "name": "nightly-2026-07-14", "description": "Nightly copy", "vm_id": 418336, "region_id": 2, "status": "SUCCESS", "is_image": false, "size": 31, "has_floating_ip": false, "labels": [], "created_at": "2026-07-14T02:15:09", "updated_at": "2026-07-14T02:23:44", "region": "CANADA-1", "vm_name": "render-node-3", "vm_status": "DELETED", "vm_environment": {"id": 20714, "name": "studio-ca", "region": "CANADA-1", "created_at": "2026-01-20T16:02:11", "features": {"network_optimised": false, "green_status": "GREEN"}}, "vm_flavor": {"id": 96, "name": "n1-cpu-medium", "display_name": null, "region_name": "CANADA-1", "cpu": 8, "ram": 8, "disk": 100, "ephemeral": 0, "gpu": "", "gpu_count": 0, "created_at": "2025-11-03T08:30:00", "labels": [], "features": {"network_optimised": false, "no_reboot": false, "no_hibernation": false, "no_snapshot": false, "local_storage_only": false, "api_only": false}}, "vm_image": {"id": 711, "name": "Ubuntu Server 22.04 LTS (Jammy Jellyfish)", "region_name": "CANADA-1", "type": "Ubuntu", "version": "Server 22.04 LTS (Jammy Jellyfish)", "size": 21474836480, "display_size": "20 GiB", "description": "", "snapshot": null, "is_public": true, "created_at": "2025-11-03T08:30:00Z", "labels": []}, "vm_keypair": {"id": 33408, "name": "studio-deploy", "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExample deploy@studio.example", "created_at": "2026-01-20T16:05:40"}, "volume_id": null, "volume_name": null, "custom_image": null, "undocumented": [1]}"#
        }
        Provider::GenesisCloud => {
            r#"{"id": "3b0c7c1e-5d64-4f2b-9a8e-@", "name": "web-before-upgrade", "size": 80, "os_type": "linux", "region": "NORD-NO-KRS-1", "status": "created", "source_instance_id": "8e1a4f57-02c9-4b6d-8a3e-57c1d9b0e246", "created_at": "2025-06-11T08:14:52.317Z", "updated_at": "2025-06-11T08:17:09.040Z", "undocumented": [1]}"#
        }
        Provider::Syminet => {
            r#"{"created": "2025-02-04 10:19:36.925397", "datacenter_id": 6, "duration": "43s", "id": @, "in_progress": null, "legacy": null, "name": "11test1-3247-173049603", "perms": "rw", "progress": null, "region": "SFO1", "snapshot_size": 21, "vm_datacenter_id": 6, "vm_deleted": null, "vm_id": 3247, "vm_perms": "rw", "vm_user_id": 1423, "vmname": "11test1-3247.com", "undocumented": [1]}"#
        }
        _ => {
            r#"{"href": "https://manageiq.example.com/api/vms/3000000000042/snapshots/@", "id": "@", "uid": "2027-03-14T21:40:05.118200Z", "parent_uid": null, "name": "before-migration", "description": "state ahead of the schema migration", "current": 1, "total_size": 7516192768, "filename": null, "create_time": "2027-03-14T21:40:05Z", "disks": [], "created_on": "2027-03-14T21:42:51Z", "updated_on": "2027-03-14T21:42:51Z", "parent_id": null, "vm_or_template_id": "3000000000042", "uid_ems": "2027-03-14T21:40:05.118200Z", "ems_ref": "snapshot-2204", "ems_ref_type": "VirtualMachineSnapshot", "type": "ManageIQ::Providers::Vmware::InfraManager::Snapshot", "actions": [{"name": "revert", "method": "post", "href": "https://manageiq.example.com/api/vms/3000000000042/snapshots/@"}, {"name": "delete", "method": "post", "href": "https://manageiq.example.com/api/vms/3000000000042/snapshots/@"}], "undocumented": [1]}"#
        }
    }
}

/// Entries per page.
const fn page_size(provider: Provider) -> u64 {
    if matches!(provider, Provider::ManageIq) { 1000 } else { 100 }
}

/// The first number of a list. As long as the others, so that all rows have one length.
const FIRST: u64 = 100_000_001;

/// A server of one provider's snapshots.
pub struct Canned {
    provider: Provider,
    base_url: String,
}

impl Canned {
    /// Starts a server with this many snapshots. It runs until the process exits.
    pub fn start(provider: Provider, snapshots: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || serve(stream, provider, snapshots));
            }
        });
        Self { provider, base_url }
    }

    /// The base URL.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// A client of the library.
    pub fn client(&self) -> Client {
        let builder = Client::builder(self.provider).base_url(&self.base_url).rate_limit(None);
        builder.auth(Auth::token(TOKEN)).build().unwrap()
    }

    /// The id of the first snapshot.
    pub fn first_id(&self) -> String {
        match self.provider {
            Provider::GenesisCloud => format!("3b0c7c1e-5d64-4f2b-9a8e-{FIRST}"),
            _ => FIRST.to_string(),
        }
    }
}

fn serve(mut stream: TcpStream, provider: Provider, snapshots: u64) {
    let _ = stream.set_nodelay(true);
    let (mut head, mut length) = ([0; 8192], 0);
    let (mut body, mut response) = (Vec::with_capacity(2 << 20), Vec::with_capacity(2 << 20));
    loop {
        match stream.read(&mut head[length..]) {
            Ok(0) | Err(_) => return,
            Ok(more) => length += more,
        }
        if !head[..length].ends_with(b"\r\n\r\n") {
            continue;
        }
        let line = head[..length].split(|byte| *byte == b'\r').next().unwrap_or_default();
        body.clear();
        write_body(provider, snapshots, line, &mut body);
        length = 0;
        response.clear();
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: Sun, 14 Mar 2027 21:40:05 GMT\r\ncontent-length";
        let _ = write!(response, "{head}: {}\r\n\r\n", body.len());
        response.extend_from_slice(&body);
        if stream.write_all(&response).is_err() {
            return;
        }
    }
}

/// The number after a name in a request's first line.
fn number(line: &[u8], name: &[u8]) -> Option<u64> {
    let at = line.windows(name.len()).position(|window| window == name)? + name.len();
    let digits = line[at..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

fn write_body(provider: Provider, snapshots: u64, line: &[u8], body: &mut Vec<u8>) {
    let size = page_size(provider);
    let end = FIRST + snapshots;
    let after = number(line, b"id%3E");
    let Some(page) = number(line, b"page=").or(after.map(|_| 1)) else {
        return write_one(provider, body);
    };
    let start = after.map_or(FIRST + (page - 1) * size, |after| FIRST.max(after + 1)).min(end);
    let (rows, left) = (start..end.min(start + size), end - start);
    let pages = snapshots.div_ceil(size);
    let _ = match provider {
        Provider::Hyperstack => write!(
            body,
            r#"{{"status": true, "message": "Successfully retrieved Snapshots", "page": {page}, "page_size": {size}, "count": {snapshots}, "snapshots": ["#
        ),
        Provider::GenesisCloud => {
            write!(body, r#"{{"total_count": {snapshots}, "page": {page}, "per_page": {size}, "snapshots": ["#)
        }
        Provider::Syminet => write!(body, r#"{{"page": {page}, "pages": {pages}, "results": {snapshots}, "data": ["#),
        _ => write!(
            body,
            r#"{{"name": "snapshots", "count": {snapshots}, "subcount": {size}, "subquery_count": {left}, "pages": {pages}, "resources": ["#
        ),
    };
    for (index, id) in rows.enumerate() {
        body.extend_from_slice(if index == 0 { b"" } else { b", " });
        write_row(provider, id, body);
    }
    body.extend_from_slice(b"]}");
}

fn write_one(provider: Provider, body: &mut Vec<u8>) {
    let envelope = match provider {
        Provider::Hyperstack => r#"{"status": true, "message": "Retrieved snapshot", "snapshot": "#,
        Provider::GenesisCloud => r#"{"snapshot": "#,
        _ => "",
    };
    body.extend_from_slice(envelope.as_bytes());
    write_row(provider, FIRST, body);
    body.extend_from_slice(if envelope.is_empty() { b"" } else { b"}" });
}

fn write_row(provider: Provider, id: u64, body: &mut Vec<u8>) {
    for (index, part) in row(provider).split('@').enumerate() {
        if index > 0 {
            let _ = write!(body, "{id}");
        }
        body.extend_from_slice(part.as_bytes());
    }
}
