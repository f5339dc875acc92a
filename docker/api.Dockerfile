# syntax=docker/dockerfile:1
# One image for the application and its worker. Build it from the root: docker build -f docker/api.Dockerfile -t waymark .

FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app
# The lock file also pins a Node for machines without one; the base image has brought ours.
ENV SKIP_INSTALL=1 npm_config_update_notifier=false

FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --loglevel=error && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --loglevel=error && rm -rf node_modules/node-linux-* node_modules/.bin/node
COPY . .
RUN node tools/build.mjs

FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MAIL_FOLDER=/tmp/mail
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE* THIRD_PARTY_NOTICES* ./
# Nothing in /app belongs to this account: the process cannot change its own code.
USER node
EXPOSE 3000
# Live, not ready: restarting does not mend a database that is away.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/main.mjs"]
