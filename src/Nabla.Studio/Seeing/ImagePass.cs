namespace Nabla.Studio;

/// <summary>One pass of one image through a model, as a graph: what each layer makes of it, and the scores.</summary>
/// <param name="Image">[1, …], the input.</param>
/// <param name="Scores">[classes].</param>
/// <param name="Results">What each layer gave, in the order in which they ended.</param>
internal sealed record ImagePass(Tensor Image, Tensor Scores, IReadOnlyList<(Layer Layer, Tensor Result)> Results)
{
    /// <summary>Sends an image through a model.</summary>
    /// <param name="model">A model of one input, whose result is a line of scores.</param>
    /// <param name="image">[height, width, channels], or with a batch axis of 1 before.</param>
    /// <exception cref="ArgumentException">The image is no single image, or the result no line of scores.</exception>
    public static ImagePass Through(Model model, Tensor image)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(image);
        Tensor batch = image.Rank is 2 or 3 ? image.ExpandAxis(0) : image;
        if (batch.Rank is not (3 or 4) || batch.Shape[0] != 1)
        {
            throw new ShapeMismatchException(
                $"One image [height, width, channels] can be looked at, but this is {image.Spec}; "
                + "take one of the batch, as in images[0].", image.Shape);
        }

        int inputs = model is Functional functional ? functional.Inputs.Count : 1;
        if (inputs != 1 || model.OutputCount != 1)
        {
            throw new ArgumentException(
                $"Models of one input and one result can be looked at, but this {model.GetType().Name} has {inputs} "
                + $"and {model.OutputCount}; make a Functional of one of its results.", nameof(model));
        }

        var results = new List<(Layer, Tensor)>();
        CallContext context = CallContext.Inference.With((layer, result) => results.Add((layer, result)));
        batch = batch.DType.IsFloating ? batch : batch.Cast(DType.Float32);
        Tensor scores = model.Apply(batch, context);
        if (scores.Rank != 2)
        {
            throw new ShapeMismatchException(
                $"A model that ends in a line of scores [1, classes] can be looked at, but this {model.GetType().Name} "
                + $"gives {scores.Shape}; give it an end of one score a class, as with GlobalAveragePooling2D.",
                scores.Shape);
        }

        return new ImagePass(batch, scores.Flatten(), results);
    }

    /// <summary>The layers, none of them made of others, whose results are images of more than one pixel.</summary>
    public (Layer Layer, Tensor Result)[] AllMaps =>
    [
        .. Results.Where(
            entry => entry.Layer.Layers.Count == 0 && entry.Result.Rank == 4
                && entry.Result.Shape[1] * entry.Result.Shape[2] > 1),
    ];

    /// <summary>The layer of a path, or the last one whose result still is an image.</summary>
    /// <exception cref="ArgumentException">There is no such layer, or its result is no image.</exception>
    public (Layer Layer, Tensor Result) Maps(string? layer)
    {
        (Layer Layer, Tensor Result)[] maps = AllMaps;
        if (layer is null && maps.Length > 0)
        {
            return maps[^1];
        }

        return Array.Find(maps, entry => entry.Layer.Path == layer) is { Layer: not null } found
            ? found
            : throw new ArgumentException(
                $"{(layer is null ? "No layer" : $"No layer '{layer}'")} of the model gives maps [1, height, width, "
                + $"channels] of more than one pixel; "
                + (maps.Length == 0
                    ? "none of its layers does."
                    : $"those that do: {string.Join(", ", maps.Select(entry => $"'{entry.Layer.Path}'"))}."),
                nameof(layer));
    }

    /// <summary>The class of the highest score; from a pass of its own, so that this one keeps its graph.</summary>
    public static int Prediction(Model model, Tensor image) =>
        (int)Through(model, image).Scores.ArgMax(0).Cast(DType.Int64).Item<long>();

    /// <summary>The score of a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public Tensor ScoreOf(int target)
    {
        if (target < 0 || target >= Scores.Shape[0])
        {
            throw new ArgumentOutOfRangeException(
                nameof(target), target, $"The model has the classes 0 to {Scores.Shape[0] - 1}.");
        }

        return Scores.Slice(0, target..(target + 1)).Sum();
    }
}
