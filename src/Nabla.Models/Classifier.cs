namespace Nabla.Models;

/// <summary>How a network of images begins, and ends: in scores for classes, or in features for another top.</summary>
internal static class Classifier
{
    /// <summary>Makes the model.</summary>
    /// <param name="image">Its input.</param>
    /// <param name="features">[height, width, channels] of each example.</param>
    /// <param name="includeTop">Whether it gives scores; otherwise features.</param>
    /// <param name="pooling">What is made of the features without the top.</param>
    /// <param name="seed">The seed of the model.</param>
    /// <param name="top">Makes scores of the features.</param>
    public static Functional Finish(
        Symbol image, Symbol features, bool includeTop, FeaturePooling pooling, long seed, Func<Symbol, Symbol> top)
    {
        if (includeTop && pooling is not FeaturePooling.None)
        {
            throw new ArgumentException(
                $"A model with its top gives scores, so that no pooling of features ({pooling}) is left to choose; "
                + "leave it out, or write includeTop: false.", nameof(pooling));
        }

        Symbol output = (includeTop, pooling) switch
        {
            (true, _) => top(features),
            (_, FeaturePooling.None) => features,
            (_, FeaturePooling.Average) => features.Then(new GlobalAveragePooling2D()),
            (_, FeaturePooling.Max) => features.Then(new GlobalMaxPooling2D()),
            _ => throw new ArgumentOutOfRangeException(nameof(pooling), pooling, "There is no such pooling."),
        };
        return new Functional(image, output) { Seed = seed };
    }

    /// <summary>An input of images.</summary>
    /// <param name="model">The name of the model, for messages.</param>
    /// <param name="inputShape">[height, width, channels].</param>
    /// <param name="leastExtent">The least height and width that leave a pixel at the end.</param>
    /// <exception cref="ShapeMismatchException">It is no image, or too small.</exception>
    public static Symbol Image(string model, Shape inputShape, int leastExtent)
    {
        if (inputShape.Rank != 3)
        {
            throw new ShapeMismatchException(
                $"{model} takes images [height, width, channels], such as [224, 224, 3], but got {inputShape}.",
                inputShape);
        }

        if (inputShape[2] < 1)
        {
            throw new ShapeMismatchException(
                $"{model} takes images of one channel at least, [height, width, channels], but got {inputShape}.",
                inputShape);
        }

        return inputShape[0] >= leastExtent && inputShape[1] >= leastExtent
            ? Symbol.Input(inputShape)
            : throw new ShapeMismatchException(
                $"{model} takes images of {leastExtent} by {leastExtent} pixels at least but got {inputShape}; "
                + "put a Resizing layer into the data's pipeline, or take a smaller model.", inputShape);
    }
}
