namespace Nabla;

/// <summary>What layers do to the colors of images [batch, height, width, channels].</summary>
internal static class ColorAdjustment
{
    private const int ChannelAxis = 3;
    private const int Colors = 3;

    // One sixth of a turn leads from red to yellow, from yellow to green, and so on.
    private const int Sixths = 6;

    /// <summary>The brightness of each pixel, [batch, height, width, 1]: <c>0.299 R + 0.587 G + 0.114 B</c>.</summary>
    public static Tensor Luminance(Tensor images) =>
        (Channel(images, 0) * 0.299) + (Channel(images, 1) * 0.587) + (Channel(images, 2) * 0.114);

    /// <summary>Moves images away from others, or towards them, by a factor each.</summary>
    public static Tensor Blend(Tensor images, Tensor others, Tensor factors, double maximum) =>
        (others + ((images - others) * factors)).Clamp(0, maximum);

    /// <summary>Scales the distance of each pixel from the mean of its image and channel.</summary>
    public static Tensor Contrast(Tensor images, Tensor factors, double maximum) =>
        Blend(images, images.Mean([1, 2], keepAxes: true), factors, maximum);

    /// <summary>Scales the distance of each pixel from its own gray.</summary>
    public static Tensor Saturation(Tensor images, Tensor factors, double maximum) =>
        Blend(images, Luminance(images), factors, maximum);

    /// <summary>Turns hues: to HSV, so many turns further, and back.</summary>
    /// <remarks>
    /// Back by <c>v − v s max(0, min(k, 4 − k, 1))</c> with <c>k = (n + 6 h) mod 6</c> and n = 5, 3, 1 for red, green,
    /// blue.
    /// </remarks>
    public static Tensor Hue(Tensor images, Tensor turns)
    {
        Tensor red = Channel(images, 0), green = Channel(images, 1), blue = Channel(images, 2);
        Tensor value = images.Max([ChannelAxis], keepAxes: true);
        Tensor chroma = value - images.Min([ChannelAxis], keepAxes: true);
        Tensor divisor = (chroma > 0).Where(chroma, 1);
        Tensor hue = value.IsEqual(red).Where(
            (green - blue) / divisor,
            value.IsEqual(green).Where(2 + ((blue - red) / divisor), 4 + ((red - green) / divisor)));
        Tensor start = hue + (turns * Sixths);
        return Tensor.Concat(
            [
                Component(value, chroma, start, 5), Component(value, chroma, start, 3),
                Component(value, chroma, start, 1),
            ],
            ChannelAxis);
    }

    private static Tensor Component(Tensor value, Tensor chroma, Tensor hue, int number)
    {
        // The remainder by floor: hues may be negative.
        Tensor start = hue + number;
        Tensor k = start - ((start * (1.0 / Sixths)).Floor() * Sixths);
        return value - (chroma * k.Minimum(4 - k).Clamp(0, 1));
    }

    private static Tensor Channel(Tensor images, int channel) => images.Slice(ChannelAxis, channel..(channel + 1));

    /// <summary>Gray images of as many channels as colored ones.</summary>
    public static Tensor Gray(Tensor images) =>
        Luminance(images).BroadcastTo(images.Shape.With(ChannelAxis, Colors));
}
