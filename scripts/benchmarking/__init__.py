"""What benchmark_build.py is made of: invented articles, the tools that build them, the clock."""
