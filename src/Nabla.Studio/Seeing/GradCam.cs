namespace Nabla.Studio;

/// <summary>Where a convolutional network looks when it finds a class.</summary>
/// <remarks>
/// The maps of a layer are weighed by how much the class's score grows with each of them, on average over its pixels,
/// and what speaks for the class is kept: <c>L = relu(Σₖ αₖ Aₖ)</c> with <c>αₖ = mean ∂score / ∂Aₖ</c> (Selvaraju et
/// al. 2017, "Grad-CAM", section 3).
/// </remarks>
/// <example><code>
/// Tensor map = GradCam.Of(model, image);
/// PngWriter.Save("why.png", HeatMap.Over(image, map));
/// </code></example>
public static class GradCam
{
    /// <summary>The map of one image.</summary>
    /// <param name="model">A classifier of images that ends in scores.</param>
    /// <param name="image">[height, width, channels], as the model takes it.</param>
    /// <param name="target">The class; the one with the highest score by default.</param>
    /// <param name="layer">The path of the layer; by default the last one whose result still is an image.</param>
    /// <returns>[height, width] of the image, from 0 to 1; all 0 where nothing speaks for the class.</returns>
    /// <exception cref="ArgumentException">There is no such layer, or it gives no maps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static Tensor Of(Model model, Tensor image, int? target = null, string? layer = null)
    {
        int found = target ?? ImagePass.Prediction(model, image);
        ImagePass pass = ImagePass.Through(model, image);
        (Layer seen, Tensor maps) = pass.Maps(layer);
        Tensor gradient = Gradient.OfOrNull(pass.ScoreOf(found), maps)[0]
            ?? throw new ArgumentException(
                $"The score of class {found} does not depend on layer '{seen.Path}'; choose a layer before the scores.",
                nameof(layer));
        Tensor weights = gradient.Mean([1, 2], keepAxes: true);
        Tensor map = (maps * weights).Sum([3], keepAxes: true).Relu();
        Tensor resized = map.Resize([pass.Image.Shape[1], pass.Image.Shape[2]], Interpolation.Bilinear);
        Tensor flat = resized.Reshape(pass.Image.Shape[1], pass.Image.Shape[2]);
        return (flat / flat.Max().Maximum(float.Epsilon)).Evaluate();
    }
}
