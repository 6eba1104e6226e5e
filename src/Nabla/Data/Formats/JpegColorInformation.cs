namespace Nabla.Data.Formats;

/// <summary>What a JPEG file says about its colors and which way up it is.</summary>
internal sealed class JpegColorInformation
{
    private const int TransformPlace = 11;

    private bool _isJfif;
    private int? _transform;

    /// <summary>How the picture must be turned, from 1 (not at all) to 8, as EXIF numbers it.</summary>
    public int Orientation { get; private set; } = ExifOrientation.Upright;

    /// <summary>Whether CMYK values are stored upside down, as Adobe does.</summary>
    public bool IsInverted => _transform is not null;

    /// <summary>Takes what a segment says; others are passed over.</summary>
    public void Add(byte marker, ReadOnlySpan<byte> data)
    {
        switch (marker)
        {
            case JpegMarker.Jfif when data.StartsWith("JFIF\0"u8):
                _isJfif = true;
                break;
            case JpegMarker.Adobe when data.StartsWith("Adobe"u8) && data.Length > TransformPlace:
                _transform = data[TransformPlace];
                break;
            case JpegMarker.Exif when data.StartsWith("Exif\0\0"u8):
                Orientation = ExifOrientation.Find(data[6..]);
                break;
        }
    }

    /// <summary>Whether the first three components are brightness and two differences of color.</summary>
    public bool HasDifferences(JpegComponent[] components) => components.Length switch
    {
        1 => false,
        4 => _transform == 2,
        _ when _isJfif => true,
        _ => _transform is { } transform
            ? transform != 0
            : components is not [{ Id: 'R' }, { Id: 'G' }, { Id: 'B' }],
    };
}
