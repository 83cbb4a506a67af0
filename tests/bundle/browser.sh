#!/usr/bin/env bash
# Opens every page of the bundle in headless Chromium and lists its network requests, except those that the browser itself makes on
# an empty page. Slow, and not part of .ci/run: tests/bundle/pages.mjs checks the same by the pages' policy.
#
# tests/bundle/browser.sh [FOLDER]      requires Debian's chromium
set -euo pipefail
dist=$(realpath "${1:-dist}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The hosts that the browser contacts for a page.
hosts() {
    timeout 60 chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --window-size=390,900 \
        --virtual-time-budget=8000 --log-net-log="$work/net.json" --screenshot="$work/page.png" "$1" > /dev/null 2>&1
    grep -oE '"url":"(https?|wss?)://[^/"]+' "$work/net.json" | sed 's/.*:\/\///' | sort -u
}
hosts about:blank > "$work/own"
failed=0 pages=0
while IFS= read -r page; do
    pages=$((pages + 1))
    # The browser's own requests vary, but they go to its vendor's hosts.
    asked=$(hosts "file://$page" | grep -vxFf "$work/own" | grep -vE '(google|googleapis|gvt1|gstatic)\.com$' || true)
    [ -z "$asked" ] || { failed=1 && echo "${page#"$dist"/} contacts $asked"; }
done < <(find "$dist" -name '*.html' | sort)
echo "$pages pages"
exit $failed
