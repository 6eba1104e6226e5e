namespace Nabla.Studio;

/// <summary>Which pixels a score depends on most.</summary>
/// <remarks>
/// Computes <c>max꜀ |∂score / ∂image[y, x, c]|</c>, divided by its largest value (Simonyan et al. 2013, "Deep inside
/// convolutional networks", section 3).
/// </remarks>
public static class Saliency
{
    /// <summary>The map of one image.</summary>
    /// <param name="model">A classifier of images that ends in scores.</param>
    /// <param name="image">[height, width, channels], as the model takes it.</param>
    /// <param name="target">The class; the one with the highest score by default.</param>
    /// <returns>[height, width], from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static Tensor Of(Model model, Tensor image, int? target = null)
    {
        int found = target ?? ImagePass.Prediction(model, image);
        ImagePass pass = ImagePass.Through(model, image);
        Tensor gradient = Gradient.OfOrNull(pass.ScoreOf(found), pass.Image)[0] ?? Tensor.Zeros(pass.Image.Shape);
        Tensor strength = gradient.Abs();
        Tensor map = (pass.Image.Rank == 4 ? strength.Max([3]) : strength).Reshape(
            pass.Image.Shape[1], pass.Image.Shape[2]);
        return (map / map.Max().Maximum(float.Epsilon)).Evaluate();
    }
}
