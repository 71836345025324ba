# make run     build, take the sample corpus to tables, show what came out
# make check   all that CI checks
# make bench   speed, memory, and how both scale
# make build   bin/newsmill

GO ?= go
OUT ?= out/sample
SAMPLE := data/sample
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT := mvdan.cc/gofumpt@v0.12.0

.PHONY: build run check bench docs fmt lint test sample interop fuzz clean

build:
	$(GO) build -trimpath -o bin/ ./cmd/newsmill ./cmd/newsmill-train

# The three nights are three batches, as a nightly job would run them; the broken inputs are a
# fourth. Exit code 3 says that some page was rejected, which is what they are there for.
run: build
	rm -rf $(OUT)
	for night in $(SAMPLE)/nights/*; do bin/newsmill run $$night --out $(OUT) --batch $$(basename $$night) --quiet || test $$? -eq 3 || exit 1; done
	bin/newsmill run $(SAMPLE)/broken --out $(OUT) --batch broken || test $$? -eq 3
	bin/newsmill status $(OUT)
	bin/newsmill verify $(OUT)
	bin/newsmill show $(OUT) www.northharbourpost.example/tajikistan-denies-crossing-border.html

check: fmt lint test sample interop

fmt:
	@test -z "$$($(GO) run $(GOFUMPT) -l . | tee /dev/stderr)" || (echo "run: go run $(GOFUMPT) -w ."; exit 1)

lint:
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

test:
	$(GO) test -race -timeout 20m ./...

# The main job on the sample corpus, verified, and the same bytes without assembly.
sample: build
	sh .ci/sample

# The files are read by DuckDB, an engine that is not ours. It has a module of its own.
interop: build
	cd schemas/interop && $(GO) test ./...

bench: build
	sh .ci/bench

docs: build
	bin/newsmill schema --format markdown > docs/tables.md

fuzz:
	sh .ci/fuzz

clean:
	rm -rf bin out
