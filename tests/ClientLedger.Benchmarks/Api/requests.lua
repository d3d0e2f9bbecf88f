-- wrk -s requests.lua URL -- FILE: sends the requests of a file one after the other, again and again. A line is path, Authorization (or nothing) and body.
local requests, next = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, authorization, body = line:match('([^\t]*)\t([^\t]*)\t(.*)')
    local headers = { ['Content-Type'] = 'application/json', ['Accept'] = 'application/json' }
    if authorization ~= '' then headers['Authorization'] = authorization end
    requests[#requests + 1] = wrk.format('POST', path, headers, body)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

-- One line of figures: requests, microseconds, p50 and p99 in microseconds, answers that weren't good.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('FIGURES %d %d %d %d %d\n', summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
