/**
 * Packages of hundreds of small files: found one by one, they would hold up a server's first answer
 * by a second, so they are bundled with it.
 */
export const bundledPackages = [
	/^d3/,
	'redis',
	/^@redis/,
	'date-fns',
	/^@date-fns/,
	'internmap',
	'delaunator',
	'robust-predicates'
];
