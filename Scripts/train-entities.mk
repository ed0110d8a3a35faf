# Learning the entity model anew. The same sets give the same bytes.

ENTITIES := $(CORPORA)/entities
ENTITY_SETS := crossner_ai crossner_literature crossner_music crossner_politics crossner_science wikigold wnut17

.PHONY: train-entities
train-entities: setup ## learn the entity weights: make train-entities CORPORA=DIR
	@if [ -d "$(ENTITIES)" ]; then \
	  swift build -c release --product train-entities && \
	  .build/release/train-entities $$(cat Scripts/train-entities.options) \
	    $$(for set in $(ENTITY_SETS); do printf -- '--train %s ' "$(ENTITIES)/$$set/"; done) \
	    --output Sources/CEntityWeights/en.bin; \
	else \
	  echo "skipped: no sets at $(ENTITIES); the weights that are checked in stay"; \
	fi
