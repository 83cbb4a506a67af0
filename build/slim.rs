//! Removes per-call overhead from a generated client: a header that no provider asks for, and copies of headers and body. Also adds
//! `response` to each request, which returns the response itself, for adapters that decode only parts of it. Marks each function
//! `#[inline]`, so that a program compiles only the operations and builders that it calls, and the crate itself only its own.

/// The header with the document version.
const VERSION: &str = "            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static(\"api-version\"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
";
const ALONE: &str = "            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);\n";
const SET: &str = "                .headers(header_map)\n";
const SEND: &str = "pub async fn send(";
const DECODED: &str = "ResponseValue::from_response(response).await";
const EMPTY: &str = "Ok(ResponseValue::empty(response))";
const UNEXPECTED: &str = "Err(Error::UnexpectedResponse(response))";

/// Removes the call that sets the headers, on a line of its own or not.
fn unset(method: &str) -> Option<String> {
    let (before, after) = method.split_once(SET).or_else(|| method.split_once(SET.trim()))?;
    Some(before.to_owned() + after)
}

/// Functions that are compiled where they are called, instead of in this crate in case somebody calls them.
fn inlined(text: &str) -> String {
    let mut inlined = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        if ["fn ", "pub fn ", "pub async fn ", "pub(crate) fn ", "pub(crate) async fn "]
            .iter()
            .any(|it| code.starts_with(it))
        {
            inlined.extend([&line[..line.len() - code.len()], "#[inline]\n"]);
        }
        inlined.push_str(line);
    }
    inlined
}

/// Returns the reduced text, or an error if the generated methods have an unexpected form.
pub fn slim(text: &str) -> Result<String, &'static str> {
    const OTHERWISE: &str = "the generated methods have an unexpected form: update build/slim.rs";
    let mut methods = text.split(SEND);
    let mut slim = methods.next().unwrap_or_default().to_owned();
    for method in methods {
        let (signature, body) = method.split_once('{').ok_or(OTHERWISE)?;
        let (before, after) = body.split_once(VERSION).ok_or(OTHERWISE)?;
        let body = match before.strip_suffix(ALONE) {
            Some(before) => before.to_owned() + &unset(after).ok_or(OTHERWISE)?,
            None => before.to_owned() + after,
        };
        let body = body.replace(UNEXPECTED, "Err(Error::UnexpectedResponse(crate::generated::whole(response)))");
        let body = body.replace(EMPTY, "crate::generated::undecoded(response)");
        slim.push_str(SEND);
        slim.push_str(signature);
        if body.contains(DECODED) {
            slim.push_str("{\n            crate::generated::decoded(self.response().await?)\n        }\n");
            slim.push_str("        /// The response itself, if it is the documented success.\n");
            slim.push_str("        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> ");
        }
        slim.push('{');
        slim.push_str(&body.replace(DECODED, "Ok(response)"));
    }
    let left = ["api-version", "ResponseValue::from_response", "ResponseValue::empty"];
    if left.iter().any(|left| slim.contains(left)) { Err(OTHERWISE) } else { Ok(inlined(&slim)) }
}
