# One image for all API processes; it also carries the console's files.
FROM node:24-slim AS build
WORKDIR /app
ENV SCARF_ANALYTICS=false
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN node tools/build-api.mjs && NX_DAEMON=false npx nx build console

FROM node:24-slim AS packages
WORKDIR /app
ENV SCARF_ANALYTICS=false
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/api dist/api
COPY --from=build /app/dist/console dist/console
COPY package.json ./
COPY tools/lib tools/lib
COPY tools/docker tools/docker
COPY tools/seed tools/seed
COPY tools/commands tools/commands
RUN mkdir -p /var/lib/wir && chown node:node /var/lib/wir
USER node
EXPOSE 3000
CMD ["node", "dist/api/main.mjs"]
