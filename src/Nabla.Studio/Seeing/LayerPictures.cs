using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>What a convolutional layer has learned to look for, and what it finds in an image.</summary>
/// <example><code>
/// PngWriter.Save("filters.png", LayerPictures.Filters(model.Layers[0]));
/// PngWriter.Save("maps.png", LayerPictures.Maps(model, image));
/// </code></example>
public static class LayerPictures
{
    /// <summary>The filters of a layer, one field each.</summary>
    /// <param name="layer">
    /// A built layer with a kernel [height, width, channels, filters]. Of one or three channels the fields show the
    /// filters themselves, of more the mean over the channels.
    /// </param>
    /// <exception cref="ArgumentException">The layer has no such kernel.</exception>
    public static RasterImage Filters(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Tensor kernel = layer.Parameters.FirstOrDefault(parameter => parameter.Shape.Rank == 4)?.Value
            ?? throw new ArgumentException(
                $"{layer.GetType().Name} has no kernel [height, width, channels, filters]; "
                + (layer.IsBuilt ? "take a convolutional layer." : "build the model first, as with model.Build."),
                nameof(layer));
        if (layer is Conv2DTranspose)
        {
            kernel = kernel.Permute(0, 1, 3, 2); // its filters are before its channels
        }

        Tensor fields = kernel.Shape[2] is 1 or 3 ? kernel : kernel.Mean([2], keepAxes: true);
        return PictureGrid.Of(Along(fields.Permute(3, 0, 1, 2)));
    }

    /// <summary>What a layer makes of an image, one field a channel.</summary>
    /// <param name="model">The model.</param>
    /// <param name="image">[height, width, channels], as the model takes it.</param>
    /// <param name="layer">The path of the layer; by default the last one whose result still is an image.</param>
    /// <exception cref="ArgumentException">There is no such layer, or it gives no maps.</exception>
    public static RasterImage Maps(Model model, Tensor image, string? layer = null)
    {
        Tensor maps = ImagePass.Through(model, image).Maps(layer).Result;
        return PictureGrid.Of(Along(maps.Permute(3, 1, 2, 0)));
    }

    private static Tensor[] Along(Tensor pictures)
    {
        pictures.Evaluate();
        return [.. Enumerable.Range(0, (int)pictures.Shape[0]).Select(i => pictures[i])];
    }
}
