# Learning the entity model anew. The same sets in the same order give the same bytes.

ENTITIES := $(CORPORA)/entities
ENTITY_SETS := \
  crossner_ai/dev crossner_ai/test crossner_ai/train \
  crossner_literature/dev crossner_literature/test crossner_literature/train \
  crossner_music/dev crossner_music/test crossner_music/train \
  crossner_science/dev crossner_science/test crossner_science/train \
  crossner_politics/dev crossner_politics/train wikigold/all \
  wnut17/train wnut17/dev wnut17/test

.PHONY: train-entities
train-entities: setup ## learn the entity weights: make train-entities CORPORA=DIR
	@if [ -d "$(ENTITIES)" ]; then \
	  swift build -c release --product train-entities && \
	  .build/release/train-entities $$(cat Scripts/train-entities.options) \
	    $(foreach set,$(ENTITY_SETS),--train "$(ENTITIES)/$(set).jsonl") \
	    --output Sources/CEntityWeights/en.bin; \
	else \
	  echo "skipped: no sets at $(ENTITIES); the weights that are checked in stay"; \
	fi
