/**
 * What happens in Redis in one step each. All keys share a hash tag, so that a cluster keeps them
 * together. Every change counts `revision` up and is told on `channel`.
 */
export const keys = {
	/** Hash: id to `received-at text`. */
	documents: '{berthline}:documents',
	/** Hash: id to the revision that put the document. */
	stamps: '{berthline}:stamps',
	/** Hash, as `documents`. */
	locations: '{berthline}:locations',
	/** Hash: name to JSON. */
	facts: '{berthline}:facts',
	/** Sorted set of upstream calls by when they were made, on the clock of Redis. */
	calls: '{berthline}:calls',
	revision: '{berthline}:revision',
	/** Who leads, for as long as the key lives. */
	leader: '{berthline}:leader',
	/** How often somebody has been given the lead. */
	term: '{berthline}:term',
	channel: '{berthline}:changes'
} as const;

/** Redis' clock in epoch milliseconds, or the one that a test gives. */
const clock = `
local function now(given)
	if given ~= '' then return tonumber(given) end
	local time = redis.call('TIME')
	return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local function changed(revision, channel)
	redis.call('PUBLISH', channel, redis.call('INCR', revision))
end
`;

/**
 * Counts and records a call. KEYS calls, revision, channel; ARGV now or '', window, most or -1, name.
 * Answers granted, now, then the calls that count. Calls in the future of a clock since set back
 * count as made now.
 */
export const spendScript = `${clock}
local at = now(ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', at - tonumber(ARGV[2]))
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. at, '+inf')) do
	redis.call('ZADD', KEYS[1], at, member)
end
local most = tonumber(ARGV[3])
local granted = most < 0 or redis.call('ZCARD', KEYS[1]) < most
if granted then
	redis.call('ZADD', KEYS[1], at, ARGV[4])
	changed(KEYS[2], KEYS[3])
end
local answer = { granted and 1 or 0, tostring(at) }
local calls = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for index = 2, #calls, 2 do answer[#answer + 1] = calls[index] end
return answer
`;

/**
 * Writes a change, all of it or nothing. KEYS documents, stamps, locations, facts, revision, term,
 * channel; ARGV term or '', then four lists, each behind the number of its items: documents put
 * (id, value), ids removed, locations (id, value; -1 leaves them), facts (name, text). Answers the new
 * revision, or 0 when another term has begun: whoever was paused must not write over newer data.
 */
export const applyScript = `${clock}
if ARGV[1] ~= '' and redis.call('GET', KEYS[6]) ~= ARGV[1] then return 0 end
local revision = redis.call('INCR', KEYS[5])
local at = 2
local function items(size, work)
	local count = tonumber(ARGV[at])
	at = at + 1
	for _ = 1, count do
		work(ARGV[at], ARGV[at + 1])
		at = at + size
	end
	return count
end
items(2, function(id, value)
	redis.call('HSET', KEYS[1], id, value)
	redis.call('HSET', KEYS[2], id, revision)
end)
items(1, function(id)
	redis.call('HDEL', KEYS[1], id)
	redis.call('HDEL', KEYS[2], id)
end)
if tonumber(ARGV[at]) >= 0 then redis.call('DEL', KEYS[3]) end
items(2, function(id, value) redis.call('HSET', KEYS[3], id, value) end)
items(2, function(name, text) redis.call('HSET', KEYS[4], name, text) end)
redis.call('PUBLISH', KEYS[7], revision)
return revision
`;

/**
 * Takes the lead or keeps it. KEYS leader, term; ARGV who, milliseconds. Answers the term, or 0 while
 * another has it.
 */
export const leadScript = `
local leader = redis.call('GET', KEYS[1])
if leader and leader ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if leader then return tonumber(redis.call('GET', KEYS[2])) end
return redis.call('INCR', KEYS[2])
`;

/** Gives the lead up. KEYS leader; ARGV who. */
export const resignScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
`;

/**
 * All that has changed since a revision, as of one instant. KEYS documents, stamps, locations, facts,
 * calls, revision; ARGV now or '', revision. Answers revision, now, ids of all documents, those put
 * since (id, value), locations (id, value), facts (name, text), calls (name, when).
 */
export const newsScript = `${clock}
local revision = redis.call('GET', KEYS[6]) or '0'
local ids, put = {}, {}
local stamps = redis.call('HGETALL', KEYS[2])
for index = 1, #stamps, 2 do
	ids[#ids + 1] = stamps[index]
	if tonumber(stamps[index + 1]) > tonumber(ARGV[2]) then
		put[#put + 1] = stamps[index]
		put[#put + 1] = redis.call('HGET', KEYS[1], stamps[index])
	end
end
return {
	revision,
	tostring(now(ARGV[1])),
	ids,
	put,
	redis.call('HGETALL', KEYS[3]),
	redis.call('HGETALL', KEYS[4]),
	redis.call('ZRANGE', KEYS[5], 0, -1, 'WITHSCORES')
}
`;

/** Adds calls that Redis has lost. KEYS calls; ARGV name, when, ... */
export const restoreCallsScript = `
for index = 1, #ARGV, 2 do redis.call('ZADD', KEYS[1], ARGV[index + 1], ARGV[index]) end
`;
