/** Loaded into a server before anything else: its clock starts at BERTHLINE_TEST_CLOCK and goes on. */
const started = Date.now();
const begin = Date.parse(process.env['BERTHLINE_TEST_CLOCK'] ?? '');
if (Number.isNaN(begin)) throw new Error('BERTHLINE_TEST_CLOCK is no instant');
const realNow = Date.now;
Date.now = () => begin + realNow() - started;
