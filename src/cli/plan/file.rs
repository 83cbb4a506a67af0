//! The plan file (TOML): parsed and checked as far as possible without a connection.

use std::path::Path;
use std::time::Duration;

use jiff::tz::TimeZone;

use super::keys::{Mistake, Value, values};
use super::name::Template;
use crate::cli::failure::Failure;
use crate::cli::text;
use crate::retention::{Policy, Rule};

/// The keys of `[defaults]`, which are also valid in a job.
const SETTINGS: [&str; 6] = ["name", "time_zone", "keep", "timeout", "max_delete", "on_unsupported"];
const JOB: [&str; 10] =
    ["profile", "vms", "exclude", "parallel", "name", "time_zone", "keep", "timeout", "max_delete", "on_unsupported"];
const KEEP: [&str; 7] = ["last", "hourly", "daily", "weekly", "monthly", "yearly", "within"];

/// How many machines of a job are processed at once, by default.
const PARALLEL: u32 = 16;
/// The largest plan file that is read.
const MAX_BYTES: u64 = 4 << 20;

/// A parsed plan.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) jobs: Vec<Job>,
}

/// Machines of one profile with the same settings.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) profile: String,
    /// Names, globs and IDs.
    pub(crate) vms: Vec<String>,
    pub(crate) exclude: Vec<String>,
    pub(crate) parallel: usize,
    pub(crate) name: Template,
    pub(crate) settings: Settings,
    /// The line of the job in the file.
    pub(crate) line: usize,
}

/// What to do with a machine that does not support snapshots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnUnsupported {
    Fail,
    Skip,
}

#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) name: Option<Template>,
    pub(crate) zone: TimeZone,
    /// None: snapshots are created but never deleted.
    pub(crate) keep: Option<Policy>,
    /// The time limit for each machine.
    pub(crate) timeout: Duration,
    /// None: no limit.
    pub(crate) max_delete: Option<u32>,
    pub(crate) on_unsupported: OnUnsupported,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            zone: TimeZone::UTC,
            keep: None,
            timeout: Duration::from_secs(2 * 3600),
            max_delete: Some(10),
            on_unsupported: OnUnsupported::Fail,
        }
    }
}

/// Reads a plan file.
pub(crate) fn read(path: &Path) -> Result<Plan, Failure> {
    let shown = path.display();
    let unreadable = |why: std::io::Error| Failure::usage(format!("cannot read {shown}: {why}"));
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_BYTES {
        return Err(Failure::usage(format!("cannot read {shown}: larger than {} MiB", MAX_BYTES >> 20)));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    parse(&text).map_err(|mistake| match mistake.line(&text) {
        Some(line) => Failure::usage(format!("{shown}, line {line}: {}", mistake.why)),
        None => Failure::usage(format!("{shown}: {}", mistake.why)),
    })
}

/// Parses the text of a plan.
pub(crate) fn parse(text: &str) -> Result<Plan, Mistake> {
    let document = toml::de::DeTable::parse(text)
        .map_err(|why| Mistake { at: why.span().map(|span| span.start), why: why.message().to_owned() })?;
    let mut version = None;
    let (mut defaults, mut tables) = (Settings::default(), Vec::new());
    for value in values(document.get_ref(), &["version", "defaults", "job"])? {
        match value.key() {
            "version" => version = Some(value.number(1, 1).map_err(|_| value.is_not("1"))?),
            "defaults" => {
                for setting in value.table(&SETTINGS)? {
                    defaults.set(&setting)?;
                }
            }
            _ => tables = value.tables()?,
        }
    }
    if version.is_none() {
        return Err(Mistake { at: Some(0), why: "`version = 1` is missing".to_owned() });
    }
    let line = |at: usize| Mistake { at: Some(at), why: String::new() }.line(text).unwrap_or(1);
    let mut jobs = Vec::new();
    for (span, table) in tables {
        let mut draft = Draft { parallel: PARALLEL, settings: defaults.clone(), ..Draft::default() };
        for value in values(table, &JOB)? {
            draft.set(&value)?;
        }
        jobs.push(draft.finish(span.start, line(span.start))?);
    }
    match jobs.is_empty() {
        true => Err(Mistake { at: None, why: "the plan has no [[job]]".to_owned() }),
        false => Ok(Plan { jobs }),
    }
}

/// A job while it is parsed.
#[derive(Default)]
struct Draft {
    profile: String,
    vms: Vec<String>,
    exclude: Vec<String>,
    parallel: u32,
    settings: Settings,
}

impl Draft {
    fn set(&mut self, value: &Value<'_>) -> Result<(), Mistake> {
        match value.key() {
            "profile" => value.text()?.clone_into(&mut self.profile),
            "vms" => self.vms = patterns(value)?,
            "exclude" => self.exclude = patterns(value)?,
            "parallel" => self.parallel = value.number(1, 500)?,
            _ => self.settings.set(value)?,
        }
        Ok(())
    }

    fn finish(self, at: usize, line: usize) -> Result<Job, Mistake> {
        let missing = |what: &str| Mistake { at: Some(at), why: format!("this job has no {what}") };
        if self.profile.trim().is_empty() {
            return Err(missing("`profile`"));
        }
        if self.vms.is_empty() {
            return Err(missing("`vms`: list names, globs or IDs, or \"*\" for all machines"));
        }
        let no_name = || missing("`name`, and [defaults] has none either: set e.g. name = \"nightly-{date}\"");
        Ok(Job {
            name: self.settings.name.clone().ok_or_else(no_name)?,
            profile: self.profile,
            vms: self.vms,
            exclude: self.exclude,
            parallel: self.parallel as usize,
            settings: self.settings,
            line,
        })
    }
}

fn patterns(value: &Value<'_>) -> Result<Vec<String>, Mistake> {
    let patterns = value.texts()?;
    match patterns.iter().any(|pattern| pattern.trim().is_empty()) {
        true => Err(value.wrong("a name is empty")),
        false => Ok(patterns.into_iter().map(str::to_owned).collect()),
    }
}

impl Settings {
    fn set(&mut self, value: &Value<'_>) -> Result<(), Mistake> {
        match value.key() {
            "name" => self.name = Some(value.text()?.parse().map_err(|why: String| value.wrong(why))?),
            "time_zone" => self.zone = zone(value.text()?).map_err(|why| value.wrong(why))?,
            "keep" => self.keep = Some(keep(value)?),
            "timeout" => self.timeout = text::duration(value.text()?).map_err(|why| value.wrong(why))?,
            "max_delete" => {
                self.max_delete = match value.text() {
                    Ok("all") => None,
                    Ok(_) => return Err(value.is_not("a whole number, or \"all\"")),
                    Err(_) => Some(value.number(0, 1_000_000).map_err(|_| value.is_not("a whole number, or \"all\""))?),
                }
            }
            _ => {
                self.on_unsupported = match value.text()? {
                    "fail" => OnUnsupported::Fail,
                    "skip" => OnUnsupported::Skip,
                    _ => return Err(value.is_not("\"fail\" or \"skip\"")),
                }
            }
        }
        Ok(())
    }
}

fn keep(value: &Value<'_>) -> Result<Policy, Mistake> {
    let mut policy = Policy::default();
    for rule in value.table(&KEEP)? {
        match rule.key() {
            "within" => policy.within = Some(rule.text()?.parse().map_err(|why| rule.wrong(why))?),
            name => {
                let count = rule.number(0, 1_000_000)?;
                if let Some(known) = Rule::ALL.into_iter().find(|known| known.as_str() == name) {
                    policy = policy.with(known, count);
                }
            }
        }
    }
    match policy.is_empty() {
        true => Err(Mistake {
            at: Some(value.start()),
            why: "`keep` keeps nothing: set at least one of its rules, or omit `keep` to delete nothing".to_owned(),
        }),
        false => Ok(policy),
    }
}

/// A time zone of the IANA database.
pub(crate) fn zone(name: &str) -> Result<TimeZone, String> {
    if name.eq_ignore_ascii_case("utc") {
        return Ok(TimeZone::UTC);
    }
    TimeZone::get(name).map_err(|_| {
        let shown: String = name.chars().take(60).collect();
        format!("unknown time zone {shown:?}: use an IANA name such as Europe/Berlin or UTC")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
version = 1
[defaults]
name      = "nightly-{date}"
time_zone = "Europe/Berlin"
keep      = { daily = 7, weekly = 4, monthly = 6 }
timeout   = "2h"
max_delete = 10
on_unsupported = "fail"
[[job]]
profile = "hs"
vms     = ["web-1", "db-*", "418376"]
exclude = ["ci-*"]
parallel = 4
[[job]]
profile = "miq"
vms     = ["vms/*"]
keep    = { last = 1 }
max_delete = "all"
"#;

    #[test]
    fn a_plan_is_parsed() {
        let plan = parse(GOOD).unwrap();
        let [hs, miq] = plan.jobs.as_slice() else { panic!("{plan:?}") };
        assert_eq!((hs.profile.as_str(), hs.vms.len(), hs.parallel, hs.line), ("hs", 3, 4, 10));
        assert_eq!(hs.settings.keep, Some(Policy::default().daily(7).weekly(4).monthly(6)));
        assert_eq!((hs.settings.max_delete, hs.settings.timeout), (Some(10), Duration::from_secs(7200)));
        assert_eq!(hs.settings.zone.iana_name(), Some("Europe/Berlin"));
        assert_eq!((miq.settings.keep.clone(), miq.settings.max_delete), (Some(Policy::default().last(1)), None));
    }

    /// Each error names the line and the key, and no value that may be a secret.
    #[test]
    fn errors_name_the_line_and_the_key() {
        for (good, bad, line, why) in [
            ("version = 1", "version = 2", 2, "`version` must be 1"),
            ("version = 1", "", 1, "`version = 1` is missing"),
            ("[defaults]", "[default]", 3, "unknown key `default`: did you mean `defaults`?"),
            ("keep      = {", "kep = {", 6, "unknown key `kep`: did you mean `keep`?"),
            ("daily = 7", "dayly = 7", 6, "unknown key `dayly`: did you mean `daily`?"),
            ("daily = 7", "daily = \"7\"", 6, "`daily` must be a whole number"),
            ("daily = 7, weekly = 4, monthly = 6", "daily = 0", 6, "`keep` keeps nothing"),
            ("daily = 7", "within = \"14x\"", 6, "`within`: invalid period \"14x\""),
            ("nightly-{date}", "{date}", 4, "`name`: must start with a fixed text"),
            ("nightly-{date}", "nightly", 4, "`name`: must contain {date}"),
            ("Europe/Berlin", "Europe/Berlim", 5, "`time_zone`: unknown time zone"),
            ("\"2h\"", "\"2\"", 7, "`timeout`: "),
            ("max_delete = 10", "max_delete = -1", 8, "`max_delete` must be a whole number, or \"all\""),
            ("\"fail\"", "\"ignore\"", 9, "`on_unsupported` must be \"fail\" or \"skip\""),
            ("profile = \"hs\"", "profil = \"hs\"", 11, "unknown key `profil`: did you mean `profile`?"),
            ("profile = \"hs\"", "", 10, "this job has no `profile`"),
            ("vms     = [\"web-1\", \"db-*\", \"418376\"]", "", 10, "this job has no `vms`"),
            ("[\"web-1\", \"db-*\", \"418376\"]", "\"web-1\"", 12, "`vms` must be a list of strings"),
            ("\"web-1\", ", "\"\", ", 12, "`vms`: a name is empty"),
            ("parallel = 4", "parallel = 0", 14, "`parallel` must be a whole number from 1 to 500"),
            ("parallel = 4", "S3CRET-T0KEN = 4", 14, "unknown key: known keys: profile"),
            ("[[job]]\nprofile = \"hs\"", "[[job]\nprofile = \"hs\"", 10, ""),
        ] {
            let text = GOOD.replacen(good, bad, 1);
            assert_ne!(text, GOOD, "{good}");
            let mistake = parse(&text).map(|_| ()).expect_err(bad);
            assert_eq!(mistake.line(&text), Some(line), "{bad}: {}", mistake.why);
            assert!(mistake.why.contains(why), "{bad}: {}", mistake.why);
            assert!(!mistake.why.contains("S3CRET"), "{}", mistake.why);
        }
        assert!(parse("version = 1").unwrap_err().why.contains("no [[job]]"));
    }

    #[test]
    fn without_keep_nothing_is_deleted() {
        let plan = parse("version = 1\n[[job]]\nprofile = \"a\"\nvms = [\"*\"]\nname = \"auto-{date}\"\n").unwrap();
        assert_eq!(plan.jobs[0].settings.keep, None);
    }
}
