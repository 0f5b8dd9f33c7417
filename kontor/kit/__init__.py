"""What every app needs and what knows nothing of the business."""
