namespace Nabla.Studio;

/// <summary>Looks at where a convolutional network looks. What is none gives nothing.</summary>
internal static class Attention
{
    private const int ExamplesShown = 8;

    /// <summary>The maps of the first examples.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="classes">The names of the classes; null for their numbers.</param>
    public static AttentionRecord? Of(Model model, Dataset examples, IReadOnlyList<string>? classes)
    {
        if (examples.Count == 0 || model.OutputCount != 1 || model.InputSpecs.Count != 1)
        {
            return null;
        }

        Tensor[] images = [.. Enumerable.Range(0, Math.Min(ExamplesShown, examples.Count)).Select(
            example => examples.ReadTransformed([example]).Inputs[0].Evaluate())];
        if (images[0].Rank is not (3 or 4) || (images[0].Rank == 4 && images[0].Shape[3] is not (1 or 3)))
        {
            return null;
        }

        ImagePass pass = ImagePass.Through(model, images[0][0]);
        (Layer Layer, Tensor Result)[] maps = pass.AllMaps;
        if (maps.Length == 0 || pass.Scores.Shape[0] < 2)
        {
            return null;
        }

        Layer? first = model.WithinAll().FirstOrDefault(
            layer => layer.Layers.Count == 0 && layer.Parameters.Any(HasFilters));
        return new AttentionRecord(
            maps[^1].Layer.Path,
            [.. images.Select((image, example) => Example(model, image, example, classes))],
            first?.Path,
            first is null ? null : ExamplePicture.Encode(LayerPictures.Filters(first)),
            first is null || !maps.Any(entry => entry.Layer == first)
                ? null
                : ExamplePicture.Encode(LayerPictures.Maps(model, images[0][0], first.Path)));
    }

    private static bool HasFilters(Variable parameter) =>
        parameter.Shape.Rank == 4 && parameter.Shape[0] > 1 && parameter.Shape[2] is 1 or 3;

    private static AttentionExample Example(Model model, Tensor batch, int example, IReadOnlyList<string>? classes)
    {
        Tensor image = batch[0];
        int found = ImagePass.Prediction(model, image);
        return new AttentionExample(
            example,
            found < classes?.Count ? classes[found] : NumberText.Integer(found),
            ExamplePicture.Encode(PictureGrid.Of([image])),
            ExamplePicture.Encode(HeatMap.Over(image, GradCam.Of(model, image, found))),
            ExamplePicture.Encode(HeatMap.Of(Saliency.Of(model, image, found))));
    }
}
