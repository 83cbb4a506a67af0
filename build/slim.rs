//! Takes out of a generated client what costs each call something and gives it nothing: a header that no provider asked for, and
//! copies of headers and body on the way to the value. Each request can also be answered as it is (`answer`), for adapters that read
//! less of it than there is.

/// The header with the version of the document.
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

/// The request without the headers, on a line of their own or not.
fn unset(method: &str) -> Option<String> {
    let (before, after) = method.split_once(SET).or_else(|| method.split_once(SET.trim()))?;
    Some(before.to_owned() + after)
}

/// The slimmer text; an error where the generator writes its methods otherwise than is known here.
pub fn slim(text: &str) -> Result<String, &'static str> {
    const OTHERWISE: &str = "the generator writes its methods otherwise: look at build/slim.rs";
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
            slim.push_str("{\n            crate::generated::decoded(self.answer().await?)\n        }\n");
            slim.push_str("        /// The answer as it is, where it is the documented success.\n");
            slim.push_str("        pub(crate) async fn answer(self) -> Result<::reqwest::Response, Error<()>> ");
        }
        slim.push('{');
        slim.push_str(&body.replace(DECODED, "Ok(response)"));
    }
    let left = ["api-version", "ResponseValue::from_response", "ResponseValue::empty"];
    if left.iter().any(|left| slim.contains(left)) { Err(OTHERWISE) } else { Ok(slim) }
}
