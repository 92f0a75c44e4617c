# The commands of every day. `make` builds the program as the README does.

RELEASE = swift build -c release --toolset .toolset.json

.PHONY: build test lint bench docs

build: ## the program: .build/release/tanya
	$(RELEASE) --product tanya

test: ## all tests; one target's with: make test FILTER=JSONTests
	swift test $(if $(FILTER),--filter '$(FILTER)')

lint: ## the style of all Swift files
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

bench: ## instructions of the inner loops, compared with Tests/Benchmarks/instructions.tsv
	$(RELEASE) --product Benchmarks
	Tests/Benchmarks/instructions

docs: ## the DocC pages of every target, into .build/docs
	.ci/docs
