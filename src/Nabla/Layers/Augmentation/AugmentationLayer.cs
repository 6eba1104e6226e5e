namespace Nabla;

/// <summary>
/// A layer that changes images at random while training, each in a way of its own; while predicting, images pass.
/// </summary>
/// <remarks>Changes follow from seed, path and step: a second run makes the same ones.</remarks>
public abstract class AugmentationLayer : ImageLayer
{
    private protected AugmentationLayer()
    {
    }

    private protected sealed override Tensor Change(Tensor images, CallContext context) =>
        context.IsTraining ? Augment(images, context) : Pass(images);

    /// <summary>Changes images; called while training only.</summary>
    private protected abstract Tensor Augment(Tensor images, CallContext context);

    /// <summary>What is done while predicting.</summary>
    private protected virtual Tensor Pass(Tensor images) => images;
}
