"""The public door on AWS: CloudFront before site and functions, one origin, HTTP/2 and 3, the site's own headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TANPA_SIMPAN = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
_SIMPAN = "658327ea-f89d-4fab-a63d-7e88639e58f6"
_SEMUA_KECUALI_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
"""AWS's managed policies: CachingDisabled, CachingOptimized, AllViewerExceptHostHeader."""
_HALAMAN = """function handler(event) {
  var r = event.request;
  if (r.uri.endsWith('/')) r.uri += 'index.html';
  else if (r.uri.lastIndexOf('.') <= r.uri.lastIndexOf('/')) r.uri += '/index.html';
  return r;
}"""
_KHUSUS = {"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"}


def sumber_pintu(s: Mapping[str, Any], kepala: Mapping[str, str]) -> dict[str, Any]:
    """Distribution, access to the site's bucket, page addresses, headers."""
    return {
        "AksesSitus": {"Type": "AWS::CloudFront::OriginAccessControl", "Properties": {"OriginAccessControlConfig": {
            "Name": {"Fn::Sub": "${AWS::StackName}-situs"}, "OriginAccessControlOriginType": "s3", "SigningBehavior": "always", "SigningProtocol": "sigv4"}}},
        "AlamatHalaman": {"Type": "AWS::CloudFront::Function", "Properties": {"Name": {"Fn::Sub": "${AWS::StackName}-halaman"}, "AutoPublish": True,
            "FunctionCode": _HALAMAN, "FunctionConfig": {"Comment": "folder -> index.html", "Runtime": "cloudfront-js-2.0"}}},
        "KepalaSitus": {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": {"ResponseHeadersPolicyConfig": {
            "Name": {"Fn::Sub": "${AWS::StackName}-kepala"}, **_kepala(kepala)}}},
        "IzinSitus": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "BerkasSitus"}, "PolicyDocument": {
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
                 "Resource": {"Fn::Sub": "${BerkasSitus.Arn}/*"}, "Condition": {"StringEquals": {"AWS:SourceArn": {
                    "Fn::Sub": "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Situs}"}}}},
                {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [{"Fn::GetAtt": ["BerkasSitus", "Arn"]}, {"Fn::Sub": "${BerkasSitus.Arn}/*"}],
                 "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}},
        "Situs": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": _distribusi(s)}},
    }  # fmt: skip


def _distribusi(s: Mapping[str, Any]) -> dict[str, Any]:
    nama = {"Aliases": [s["situs.alamat"].removeprefix("https://")], "ViewerCertificate": {
        "AcmCertificateArn": s["situs.sertifikat_arn"], "SslSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"}} if s["situs.sertifikat_arn"] else {}  # fmt: skip
    return {
        "Enabled": True, "HttpVersion": "http2and3", "IPV6Enabled": True, "DefaultRootObject": "index.html", "PriceClass": "PriceClass_200",
        **nama, **({"WebACLId": s["situs.waf_arn"]} if s["situs.waf_arn"] else {}),
        "Origins": [
            {"Id": "situs", "DomainName": {"Fn::GetAtt": ["BerkasSitus", "RegionalDomainName"]}, "S3OriginConfig": {"OriginAccessIdentity": ""},
             "OriginAccessControlId": {"Ref": "AksesSitus"}},
            {"Id": "api", "DomainName": {"Fn::Sub": "${RestAPI}.execute-api.${AWS::Region}.${AWS::URLSuffix}"},
             "CustomOriginConfig": {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}}],
        "DefaultCacheBehavior": {"TargetOriginId": "situs", "ViewerProtocolPolicy": "redirect-to-https", "Compress": True, "CachePolicyId": _SIMPAN,
            "ResponseHeadersPolicyId": {"Ref": "KepalaSitus"},
            "FunctionAssociations": [{"EventType": "viewer-request", "FunctionARN": {"Fn::GetAtt": ["AlamatHalaman", "FunctionARN"]}}]},
        "CacheBehaviors": [{"PathPattern": "/api/*", "TargetOriginId": "api", "ViewerProtocolPolicy": "https-only", "Compress": True,
            "AllowedMethods": ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
            "CachePolicyId": _TANPA_SIMPAN, "OriginRequestPolicyId": _SEMUA_KECUALI_HOST}],
        "CustomErrorResponses": [{"ErrorCode": k, "ResponseCode": 404, "ResponsePagePath": "/404.html", "ErrorCachingMinTTL": 10} for k in (403,)],
    }  # fmt: skip


def _kepala(kepala: Mapping[str, str]) -> dict[str, Any]:
    """The site's headers, its storage being the bucket's own address."""
    aman: dict[str, Any] = {
        "StrictTransportSecurity": {"AccessControlMaxAgeSec": 63_072_000, "IncludeSubdomains": True, "Override": True},
        "ContentTypeOptions": {"Override": True},
        "FrameOptions": {"FrameOption": "DENY", "Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": "same-origin", "Override": True},
    }
    if csp := kepala.get("Content-Security-Policy"):
        isi = csp.replace("{penyimpanan}", "https://${Dokumen.RegionalDomainName}")
        aman["ContentSecurityPolicy"] = {"ContentSecurityPolicy": {"Fn::Sub": isi}, "Override": True}
    lain = [{"Header": n, "Value": v, "Override": True} for n, v in kepala.items() if n not in _KHUSUS]
    return {"SecurityHeadersConfig": aman} | ({"CustomHeadersConfig": {"Items": lain}} if lain else {})
