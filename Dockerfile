# Everything is built here; the next stage takes only what runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node, and no package that it needs has a script.
RUN npm ci --ignore-scripts
COPY svelte.config.js vite.config.ts tsconfig.json ./
COPY static ./static
COPY src ./src
# npm keeps an optional peer of a package that is needed: 24 MB of TypeScript that nothing loads.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/typescript && mkdir data

FROM node:24-slim
ENV NODE_ENV=production SHUTDOWN_TIMEOUT=5
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
# For commands such as npm run backup.
COPY --from=build /app/src ./src
COPY --from=build --chown=node:node /app/data ./data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/index.js"]
