using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>
/// A copy of an image with what lies beyond its border: one pixel to the left and above, two to the right and below. No
/// position within the limits then needs a test, nor do vectors that read a little too far.
/// </summary>
internal readonly unsafe struct PaddedImage(AffineSampleOp op, Shape images)
{
    private const int Before = 1;
    private const int Border = 3;
    private const int Slack = 16;

    private readonly int _height = checked((int)images[1]);
    private readonly int _width = checked((int)images[2]);
    private readonly int _channels = checked((int)images[3]);
    private readonly FillMode _fillMode = op.FillMode;
    private readonly float _fillValue = (float)op.FillValue;

    /// <summary>Floats from one row to the next.</summary>
    public int RowLength => checked((_width + Border) * _channels);

    /// <summary>The float at which pixel (0, 0) of the image lies.</summary>
    public int Origin => Before * (RowLength + _channels);

    /// <summary>How many floats the copy takes.</summary>
    public long Length => checked((int)((long)RowLength * (_height + Border))) + Slack;

    /// <summary>Makes the copy.</summary>
    public void Fill(float* image, float* padded)
    {
        int row = _width * _channels, stride = RowLength;
        if (_fillMode is FillMode.Constant)
        {
            new Span<float>(padded, stride).Fill(_fillValue);
            new Span<float>(padded + ((_height + Before) * stride), 2 * stride).Fill(_fillValue);
        }

        for (int y = 0; y < _height; y++)
        {
            float* target = padded + ((y + Before) * stride);
            Copy(image + ((long)y * row), target + _channels, row);
            FillEnds(target);
        }

        if (_fillMode is not FillMode.Constant)
        {
            float* first = padded + stride, last = padded + (_height * stride), below = last + stride;
            bool wraps = _fillMode is FillMode.Wrap;
            Copy(wraps ? last : first, padded, stride);
            Copy(wraps ? first : last, below, stride);
            Copy(wraps ? first : last, below + stride, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillEnds(float* row)
    {
        float* first = row + _channels, last = row + (_width * _channels), after = last + _channels;
        bool isConstant = _fillMode is FillMode.Constant, wraps = _fillMode is FillMode.Wrap;
        for (int channel = 0; channel < _channels; channel++)
        {
            row[channel] = isConstant ? _fillValue : wraps ? last[channel] : first[channel];
            after[channel] = isConstant ? _fillValue : wraps ? first[channel] : last[channel];
            after[_channels + channel] = after[channel];
        }
    }

    private static void Copy(float* source, float* target, int count) =>
        Unsafe.CopyBlockUnaligned(target, source, (uint)count * sizeof(float));
}
