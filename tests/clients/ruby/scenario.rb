# Shared by the Ruby scenarios: arguments, steps reported line by line, waiting.

require 'json'
require 'uri'

$stdout.sync = true
BASE_URL, BASE_URL_502, BASE_URL_WEIRD, SECRET = ARGV
NAME = 'made-by-ruby'.freeze

# Reports a step and returns its result. The first failure ends the program, since later steps depend on earlier ones.
def step(name)
  result = yield
  puts "ok\t#{name}"
  result
rescue StandardError => e
  puts "FAILED\t#{name}\t#{e.class}: #{e.message.inspect}"
  exit 1
end

def check(condition, text)
  raise text unless condition
end

# The data of a response with that status; takes the result of a method ..._with_http_info.
def expect(status, response)
  data, got, = response
  check(got == status, "#{got}, expected #{status}")
  data
end

# The JSON body of a refusal with that status, as contained in the generated exception.
def refused(api_error, status)
  yield
  raise 'no refusal'
rescue api_error => e
  raise "#{e.code}, expected #{status}" unless e.code == status

  JSON.parse(e.response_body)
end

# An HTML page with status 502 raises the generated exception, with the page as its body.
def gateway_page?(api_error)
  yield
  raise 'no failure'
rescue api_error => e
  check(e.code == 502 && e.response_body.downcase.include?('<html'), "no HTML: #{e.message}")
end

def wait
  limit = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 30
  while Process.clock_gettime(Process::CLOCK_MONOTONIC) < limit
    found = yield
    return found if found

    sleep 0.1
  end
  raise 'still waiting after 30 s'
end

# Points a configuration at a base URL; without a server index, it uses scheme, host and path.
def at(configuration, base_url)
  uri = URI(base_url)
  configuration.server_index = nil
  configuration.scheme = uri.scheme
  configuration.host = "#{uri.host}:#{uri.port}"
  configuration.base_path = uri.path
  configuration
end
