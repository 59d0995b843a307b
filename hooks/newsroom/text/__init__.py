"""Vietnamese text: folding, slugs, dates, numbers, encodings and near names."""
