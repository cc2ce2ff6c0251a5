# Footnote in a container: `docker build -t footnote .`; README.md, "Run it as a service", says how to run it.
FROM python:3.13-slim AS build
WORKDIR /src
RUN python -m venv /opt/footnote
# The locked packages first: they change least.
COPY requirements/semantic.txt requirements/
RUN /opt/footnote/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/semantic.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN /opt/footnote/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation --no-index .
# Learnt here, the packs need no time at the start and no disk to write to.
WORKDIR /
RUN CACHE_DIR=/opt/footnote/cache ORT_DISABLE_TELEMETRY=1 /opt/footnote/bin/footnote ask "What can I ask?" > /dev/null \
    && chmod -R a+rX /opt/footnote/cache

FROM python:3.13-slim
COPY --from=build /opt/footnote /opt/footnote
ENV PATH=/opt/footnote/bin:$PATH CACHE_DIR=/opt/footnote/cache HEALTH_PORT=9464 PYTHONDONTWRITEBYTECODE=1 \
    ORT_DISABLE_TELEMETRY=1
USER 10001:10001
WORKDIR /
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as u; p = os.environ['HEALTH_PORT'].strip(); int(p or 0) and u.urlopen(f'http://127.0.0.1:{p}/healthz', timeout=3)"]
ENTRYPOINT ["footnote"]
CMD ["run"]
