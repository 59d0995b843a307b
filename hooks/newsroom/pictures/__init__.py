"""Pictures: from what staff put beside an article to the light files that readers are sent."""
