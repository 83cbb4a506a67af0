//! The same calls as a user would write them: one client, types with the fields that the portable object has.
#![allow(dead_code, reason = "fields are decoded, and read by nobody")]

use std::hint::black_box;

use cloudsnap::Provider;
use cloudsnap::generated::hyperstack::types;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::canned::{TOKEN, VM};

pub struct Hand {
    provider: Provider,
    base_url: String,
    http: reqwest::Client,
}

#[derive(Deserialize)]
pub struct One<T> {
    snapshot: T,
}

#[derive(Deserialize)]
struct Snapshots<T> {
    snapshots: Vec<T>,
    total_count: Option<u64>,
}

#[derive(Deserialize)]
struct Data<T> {
    data: Vec<T>,
    pages: u64,
}

#[derive(Deserialize)]
struct Resources<T> {
    resources: Vec<T>,
    subquery_count: usize,
}

#[derive(Deserialize)]
pub struct Hyperstack {
    id: i64,
    name: String,
    description: Option<String>,
    status: Option<String>,
    vm_id: i64,
    vm_name: Option<String>,
    size: Option<i64>,
    region: Option<String>,
    labels: Option<Vec<String>>,
    created_at: Option<String>,
}

#[derive(Deserialize)]
struct GenesisCloud {
    id: String,
    name: String,
    status: String,
    source_instance_id: Option<String>,
    size: Option<i64>,
    region: String,
    created_at: String,
}

#[derive(Deserialize)]
struct Syminet {
    id: i64,
    name: String,
    duration: Option<String>,
    vm_id: Option<i64>,
    vmname: Option<String>,
    snapshot_size: Option<i64>,
    region: Option<String>,
    created: String,
}

#[derive(Deserialize)]
struct ManageIq {
    id: String,
    name: Option<String>,
    description: Option<String>,
    vm_or_template_id: Option<String>,
    total_size: Option<i64>,
    create_time: Option<String>,
    #[serde(rename = "type")]
    class: Option<String>,
}

/// The entries are used one by one, as those of a stream are.
fn used<T>(rows: Vec<T>) -> u64 {
    rows.into_iter().map(black_box).count() as u64
}

impl Hand {
    pub fn new(provider: Provider, base_url: &str) -> Self {
        Self { provider, base_url: base_url.to_owned(), http: reqwest::Client::new() }
    }

    async fn get<T: DeserializeOwned>(&self, path: &str, query: &[(&str, &str)]) -> T {
        let request = self.http.get(format!("{}{path}", self.base_url)).query(query);
        let request = match self.provider {
            Provider::Hyperstack => request.header("api_key", TOKEN),
            _ => request.bearer_auth(TOKEN),
        };
        request.send().await.unwrap().error_for_status().unwrap().json().await.unwrap()
    }

    pub async fn hyperstack_one(&self, id: i64) -> Hyperstack {
        let request = self.http.get(format!("{}/core/snapshots/{id}", self.base_url)).header("api_key", TOKEN);
        let answer: One<_> = request.send().await.unwrap().error_for_status().unwrap().json().await.unwrap();
        answer.snapshot
    }

    /// The same with all fields of the document.
    pub async fn hyperstack_whole(&self, id: i64) -> types::SnapshotAnswer {
        let request = self.http.get(format!("{}/core/snapshots/{id}", self.base_url)).header("api_key", TOKEN);
        request.send().await.unwrap().error_for_status().unwrap().json().await.unwrap()
    }

    /// Reads the list so many times from its beginning to its end.
    pub async fn list(&self, times: usize) -> u64 {
        let mut count = 0;
        for _ in 0..times {
            count += match self.provider {
                Provider::Hyperstack => self.hyperstack().await,
                Provider::GenesisCloud => self.genesiscloud().await,
                Provider::Syminet => self.syminet().await,
                _ => self.manageiq().await,
            };
        }
        count
    }

    async fn hyperstack(&self) -> u64 {
        let mut count = 0;
        for page in 1.. {
            let query = [("page", page.to_string())];
            let answer: Snapshots<Hyperstack> =
                self.get("/core/snapshots", &[(query[0].0, &query[0].1), ("pageSize", "100")]).await;
            if answer.snapshots.is_empty() {
                break;
            }
            count += used(answer.snapshots);
        }
        count
    }

    async fn genesiscloud(&self) -> u64 {
        let (mut count, mut page) = (0, 1);
        loop {
            let number = page.to_string();
            let answer: Snapshots<GenesisCloud> =
                self.get("/snapshots", &[("page", &number), ("per_page", "100")]).await;
            count += used(answer.snapshots);
            if answer.total_count.is_none_or(|total| count >= total) {
                return count;
            }
            page += 1;
        }
    }

    async fn syminet(&self) -> u64 {
        let (mut count, mut page) = (0, 1);
        loop {
            let answer: Data<Syminet> = self.get("/images", &[("page", &page.to_string())]).await;
            count += used(answer.data);
            if page >= answer.pages {
                return count;
            }
            page += 1;
        }
    }

    async fn manageiq(&self) -> u64 {
        let (mut count, mut after) = (0, "0".to_owned());
        loop {
            let (path, filter) = (format!("/vms/{VM}/snapshots"), format!("id>{after}"));
            let query = [("expand", "resources"), ("filter[]", filter.as_str()), ("sort_by", "id"), ("limit", "1000")];
            let answer: Resources<ManageIq> = self.get(&path, &query).await;
            let length = answer.resources.len();
            if let Some(last) = answer.resources.last() {
                after.clone_from(&last.id);
            }
            count += used(answer.resources);
            if answer.subquery_count <= length {
                return count;
            }
        }
    }
}
