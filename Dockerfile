# docker build -t checker . && docker run --rm -v "$PWD:/here" checker scan article.txt
FROM python:3.12-slim
COPY . /source
RUN pip install --no-cache-dir --disable-pip-version-check -c /source/constraints.txt /source/slim && rm -rf /source
WORKDIR /here
ENTRYPOINT ["checker"]
