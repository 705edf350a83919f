"""Trains the model and exports it for the phones (TensorFlow.js converts the same one)."""

from __future__ import annotations

from pathlib import Path

import tensorflow as tf

SIZE = (224, 224)


def build(classes: int) -> tf.keras.Model:
    """Return a small network on top of MobileNet, which was trained on ImageNet."""
    base = tf.keras.applications.MobileNetV3Small(
        input_shape=(*SIZE, 3), include_top=False, pooling="avg"
    )
    base.trainable = False
    return tf.keras.Sequential([base, tf.keras.layers.Dense(classes)])


def train(photos: Path, epochs: int = 10) -> tf.keras.Model:
    """Train on photos that lie in one folder for each class."""
    data = tf.keras.utils.image_dataset_from_directory(photos, image_size=SIZE)
    model = build(len(data.class_names))
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, metrics=["accuracy"])
    model.fit(data, epochs=epochs)
    return model


def export(model: tf.keras.Model, target: Path) -> None:
    """Write the model as the phones run it."""
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    target.write_bytes(converter.convert())
