"""Who a name means: names -> authority entities, decisions and identifiers that last."""
